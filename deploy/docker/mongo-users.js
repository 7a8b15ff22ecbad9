// Runs once, when the volume is new: the services' user, for their databases and nothing else.
const databases = ['assay_task', 'assay_assignment', 'assay_review', 'assay_payment', 'assay_gateway'];

db.getSiblingDB('admin').createUser({
  user: 'assay',
  pwd: process.env.ASSAY_MONGO_PASSWORD,
  roles: databases.map((name) => ({ role: 'readWrite', db: name })),
});

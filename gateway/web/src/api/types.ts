import type { components } from './schema';

type Schemas = components['schemas'];

export type Answer = Schemas['Answer'];
export type Ontology = Schemas['Ontology'];
export type LabelClass = Schemas['LabelClass'];
export type Tool = Ontology['tool'];
export type Money = Schemas['Money'];

export type WorkerView = Schemas['WorkerView'];
export type WorkView = Schemas['WorkView'];
export type Card = Schemas['Card'];
export type Figures = Schemas['WorkFigures'];
export type ProjectView = Schemas['assignment_service_ProjectView'];
export type Reason = Schemas['Reason'];
export type Changes = Schemas['ChangesView'];
export type Assignment = Schemas['AssignmentView'];
export type Offer = Schemas['OfferView'];
export type TestStanding = Schemas['StandingView'];
export type AttemptView = Schemas['AttemptView'];
export type VerdictView = Schemas['review_service_VerdictView'];
export type SkillWhy = Schemas['WhyTier'];
export type Balance = Schemas['WorkerBalance'];
export type Earning = Schemas['EarningView'];
export type EarningDay = Schemas['EarningDay'];

export type AccountView = Schemas['AccountView'];
export type OneTimePassword = Schemas['OneTimePassword'];

export type QueueItem = Schemas['QueueItem'];
export type ReviewCase = Schemas['ReviewCase'];
export type DecisionBody = Schemas['DecisionBody'];
export type GivenLabel = Schemas['GivenLabel'];
export type Agreement = Schemas['Agreement'];
export type Suggestion = Schemas['SuggestionView'];
export type AppealItem = Schemas['Item'];
export type AppealCase = Schemas['AppealCase'];

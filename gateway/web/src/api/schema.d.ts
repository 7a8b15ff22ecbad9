// Made by npm run api; not to be changed by hand.
export interface paths {
    "/v1/account/deletion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete one's own account
         * @description Name, password and what was said when applying as a worker go for good. Labels and the journal of money stay, under an id that names nobody any more. How often it may be tried is limited. All tokens and sessions of the account end: here at once, in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Deletion"];
                };
            };
            responses: {
                /** @description There is no such account any more. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The password is another. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The caller is no account with a password. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Accounts of operations are not deleted so. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not all can be removed now; nothing was. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password
         * @description How often it may be tried is limited. All tokens and sessions of the account end: here at once, in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PasswordChange"];
                };
            };
            responses: {
                /** @description The new one holds; sign in with it. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The current password is another. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The caller is no account with a password. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The new password breaks a rule. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/account/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere
         * @description Ends all tokens and sessions of the caller, the one of this request too: here at once, in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All are ended. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign up as a worker
         * @description Needs no token. How often an address may sign up is limited.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignUp"];
                };
            };
            responses: {
                /** @description The account; sign in with it. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description The username is taken. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description Username or password break a rule. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find an account by its username
         * @description Needs the role ops.
         */
        get: {
            parameters: {
                query: {
                    username: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The account. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description There is none. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Open an account with any roles
         * @description Needs the role ops. Roles take effect with the next token.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewAccount"];
                };
            };
            responses: {
                /** @description The account. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description The username is taken. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description Username, password or roles break a rule. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account
         * @description Needs the role ops.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The account. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description There is none. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account
         * @description Needs the role ops. Nobody signs in with it any more. All tokens and sessions of the account end: here at once, in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The account. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description There is none. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an account sign in again
         * @description Needs the role ops. What was ended stays so.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The account. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
                /** @description There is none. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AccountView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts/{id}/one-time-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an account a one-time password
         * @description Needs the role ops. It is told once, holds for three days, and opens nothing but the change of the password: until then the account has no roles. All tokens and sessions of the account end: here at once, in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The password, to be handed over. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["OneTimePassword"];
                    };
                };
                /** @description There is no such account. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["OneTimePassword"];
                    };
                };
                /** @description Somebody else has to do it for one's own. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["OneTimePassword"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts/{id}/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set an account's password
         * @description Needs the role ops. All tokens and sessions of the account end: here at once, in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPassword"];
                };
            };
            responses: {
                /** @description The new one holds. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such account. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The password breaks a rule. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/accounts/{id}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign an account out everywhere
         * @description Needs the role ops. All tokens and sessions of the account end: here at once, in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description All are ended. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is none. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a machine client
         * @description Needs the role ops. The client gets tokens by client_credentials. The secret is shown only here.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewClient"];
                };
            };
            responses: {
                /** @description The client's id and secret. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["View"];
                    };
                };
                /** @description The client id is taken. */
                409: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["View"];
                    };
                };
                /** @description The id, the subject or the roles are wrong. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["View"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a machine client
         * @description Needs the role ops. It gets no tokens any more, and those of its subject end: in every service within a minute.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clientId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description There is no such client, now or before. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/clients/{clientId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a machine client another secret
         * @description Needs the role ops. The old secret ends at once, and with it all tokens of the client's subject: in every service within a minute.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    clientId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The new secret, shown only here. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["View"];
                    };
                };
                /** @description There is no such client. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["View"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all tokens of a subject
         * @description Needs the role ops. For programs, and for accounts of another issuer: with forGood, tokens that it issues from now on are refused too.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Revocation"];
                };
            };
            responses: {
                /** @description They are ended, everywhere within a minute. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The subject is not 1 to 512 characters. */
                422: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/revocations/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take tokens of a subject again
         * @description Needs the role ops. Those issued before stay ended.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Lifting"];
                };
            };
            responses: {
                /** @description New tokens are taken. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the signing keys
         * @description Needs the role ops. Newest first.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The keys' ids, and which one signs. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Keys"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Rotate the signing key
         * @description Needs the role ops. The new key is published at once and signs five minutes later; tokens signed before stay valid until they expire.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The new key's id. */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["View"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/admin/signing-keys/{kid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraw a signing key
         * @description Needs the role ops; for a key that may be known to others. Every token that it signed ends: here at once, in every service within a minute.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    kid: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The key is withdrawn, another one signs. */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description There is no such key. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Appeals that wait, the oldest first
         * @description Without the reviewer's own, and without those against their own rejections: so a page may be short. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    projectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a reviewer needs to decide one appeal
         * @description 404 appeal-not-found, 403 own-work, 403 own-decision.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AppealCase"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/appeals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides an appeal, once
         * @description Upheld, the label is accepted and paid and the worker's score repaired. Repeating the same decision gets the same response; another one is 409 already-decided. 404 appeal-not-found, 403 own-work, 403 own-decision, 409 newer-guideline if it is denied by a later guidelineVersion than the label's, 422 invalid-answer for an answer that does not fit or a denial without a clause.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AppealCase"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My assignments, newest first
         * @description Refused: 400 bad-state, bad-cursor, bad-limit.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageAssignmentView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of my assignments */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AssignmentView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for more time
         * @description The project's lease time from now on, never beyond what the project allows in all (leaseRule.extensions). Refused: 404; 409 already-answered, already-returned, lease-expired, extended-enough, project-closed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AssignmentView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}/flag": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Says that the picture cannot be labelled
         * @description Judged and paid, if upheld, like a label. Refused: 404; 409 already-answered, lease-expired, already-returned; 422 invalid-answer if the mark is outside the picture.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FlagBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AssignmentView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers
         * @description The same answer again brings the same response. Accepted even after the lease ran out, as long as the task was not given back. Refused: 404; 409 already-answered, lease-expired, already-returned; 422 invalid-answer.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LabelBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AssignmentView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives the picture back unseen; it does not come again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AssignmentView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Passes on the picture; it does not come again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AssignmentView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Asks for more time for several
         * @description As one by one: each gets the project's lease time from now on, never beyond what the project allows in all.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ExtendBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Outcomes"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/assignments/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives back a part of what is held
         * @description As skip or release, one by one. Refused: 400 bad-return-reason.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReturnBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Outcomes"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what you have
         * @description One balance per currency, none before the first earning. What is held becomes available at 00:00 UTC of the day that the earning names.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["BalanceView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/budgets/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what is left of a project's budget
         * @description To its requester and to finance; 404 for anyone else's project. A second or so behind the leases.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["BudgetView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what you earned
         * @description Newest first; all, or of one project, from and before a moment. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    /** @description inclusive */
                    from?: string;
                    limit?: number;
                    projectId?: string;
                    /** @description exclusive */
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageEarningView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/earnings/days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Sums up what you earned by day and project
         * @description Days with earnings, the latest first; a day begins as it does in the zone. limit 1 to 62 days, 31 if absent; cursor from the page before. 400 invalid-request (zone), bad-limit.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description as Asia/Kolkata */
                    zone?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageEarningDay"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answers several, and takes the next batch of work
         * @description Each answer is taken or refused by itself: the response has one outcome per answer, in the same order, with the problem that the answer alone would have brought. So the whole request may be repeated. What stands in the way of further work is in next.problem.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LabelsBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Labelled"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/leases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the next batch of work
         * @description All of one project. An empty list means that there is no work at the moment. The next batch may be taken while the present one is worked on: a worker may hold two batches of a project, and 100 assignments in all. With held, what is held already is returned too, and holding all that one may is no refusal: the one request that a client needs after a start. The project's guideline has to be acknowledged before; the assignments say which version it is by which they will be judged. Refused: 403 worker-not-found, worker-not-active; 404 project-not-found; 409 project-paused, project-closed, budget-exhausted, not-qualified (projectId), guideline-not-acknowledged (projectId, version), holding-too-many, request-in-progress; 422 idempotency-key-reused; 503 share-moving.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["assignment_service_Body"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Leased"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists accounts with their balances
         * @description By name. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageAccountBalance"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Recomputes every balance from the journal and compares
         * @description Answers 202 at once; look at Location until status is done.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AuditView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/audits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what an audit found
         * @description 404 if there is no such audit.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AuditView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/audits/{id}/repair": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets balances that drifted to what the journal says
         * @description Those that the audit lists. The journal itself is never changed. 409 while the audit is running. Repeats do no harm.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["RepairView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists accepted labels that are not paid, and why
         * @description status: waiting (the rate card has not arrived), disputed (the default: the price is not the card's), approved or paid.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    status?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageDisputeView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/disputes/{assignmentId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pays the price that was promised
         * @description For a dispute about the price. Repeats do no harm. 404 if there is none, 409 while the rate card has not arrived.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    assignmentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["DisputeView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what was posted to an account
         * @description Newest first. account as in /v1/ledger/accounts, limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query: {
                    account: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["payment_service_PageEntryView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Adds up the whole journal
         * @description Per currency and kind of account. Debits equal credits at every moment. Reads every entry.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["TrialBalance"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tell who the token names */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The caller. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Me"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/assignment-service/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists events that could not be processed
         * @description Oldest first. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageDeadLetter"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/assignment-service/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts an event back into its topic, after a fix
         * @description Repeats do no harm. 404 if there is no such dead letter.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["DeadLetter"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/payment-service/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists events that could not be processed
         * @description Oldest first. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageDeadLetter"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/payment-service/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts an event back into its topic, after a fix
         * @description Repeats do no harm. 404 if there is no such dead letter.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["DeadLetter"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/review-service/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists events that could not be processed
         * @description Oldest first. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageDeadLetter"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/review-service/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts an event back into its topic, after a fix
         * @description Repeats do no harm. 404 if there is no such dead letter.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["DeadLetter"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/review-service/freezes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Projects whose verdicts, and so payments, are held
         * @description With the evidence. In order of id; limit 1 to 200, cursor from before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageFreezeView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/review-service/freezes/{projectId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The rejections are wrong: accepts and pays what would be rejected
         * @description All that was handed in until now and has no verdict yet; it is not counted as agreeing. No new alarm for an hour. 409 not-frozen.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/review-service/freezes/{projectId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A false alarm: publishes the held verdicts as they are
         * @description No new alarm for an hour. 409 not-frozen.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/review-service/reviewers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often a second reviewer agreed with each
         * @description By audits of what they decided and by appeals against it. In order of id; limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageReviewerView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/review-service/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rules that rejected, by how often appeals against them are upheld
         * @description A rule is the verdict's reason and what it rested on, and the clause of the guideline if a reviewer named one. The most doubtful first; the 200 or more that are appealed against most.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["RuleView"][];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/task-service/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists events that could not be processed
         * @description Oldest first. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageDeadLetter"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ops/task-service/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Puts an event back into its topic, after a fix
         * @description Repeats do no harm. 404 if there is no such dead letter.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["DeadLetter"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uploads a picture as raw bytes: JPEG, PNG or WebP, at most 20 MB
         * @description What it is follows from its content alone. It is kept upright and without metadata; of an animation the first picture. The same picture again gives the same reference. 400 invalid-request (name), 408 body-too-slow, 409 name-taken, 413 body-too-large, 422 not-a-picture, 422 too-many-pixels (over 100 million; 40 if progressive or WebP; fewer if it has to be turned and memory is short; over 65,535 a side), 503 busy, unavailable.
         */
        post: {
            parameters: {
                query?: {
                    name?: string;
                    /** @description whether the name may be given to another picture than before */
                    replace?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PictureView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A picture's bytes
         * @description By signed link without a token, or by the token of who brought it. size=full (the default), web (at most 1,280 pixels a side, JPEG) or thumb (at most 256); a link serves every size: append &size=web to it. The coordinates of labels are those of the full picture, whose width and height the assignment has. Ranges are served, but of pictures in partners' buckets. 400 invalid-request, 403 bad-link, 404 picture-not-found (also of a picture on another host that it does not give), 503 busy, unavailable.
         */
        get: {
            parameters: {
                query?: {
                    exp?: number;
                    sig?: string;
                    size?: string;
                };
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": string;
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures/fetches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Fetches a picture from a link
         * @description Only over https, from hosts that this installation allows, never from private addresses; up to 3 redirects, each under the same rules; 20 MB in 30 s. Answers and refuses as an upload; also 422 url-not-allowed, 422 fetch-failed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FetchBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PictureView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures/registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registers pictures in a partner's bucket without copying them
         * @description Reads the beginning of each. Rows of an import name them by the same s3:// address. A picture that changes there is another one, to be registered again. Each is answered for itself: ref, or reason (not-allowed, not-found, unreachable, too-many-bytes, not-a-picture, too-many-pixels).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegistrationBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["RegistrationView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Uploads a ZIP archive of pictures
         * @description Unpacked as it arrives: at most 2 GB, 100,000 files, 8 GB unpacked, and not over 50 times its size. Archives within it are refused. If the archive goes wrong midway the upload is stopped; what came before stays. With an Idempotency-Key the same upload can be asked for while it is under way, and sent again after its end it is the same. 408 body-too-slow, 413 body-too-large, 422 not-an-archive, idempotency-key-reused, 429 too-many-uploads, 503 busy, unavailable.
         */
        post: {
            parameters: {
                query?: {
                    folder?: string;
                    /** @description whether a name may be given to another picture than before */
                    replace?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["UploadView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an upload is
         * @description 404 upload-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["UploadView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pictures/uploads/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each file of an upload, in order
         * @description limit 1 to 200. 400 bad-limit, bad-cursor, 404 upload-not-found.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageEntryView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the projects that the caller owns or is a partner of
         * @description In order of id; limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageProjectView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Creates a project as a draft
         * @description With an Idempotency-Key a repeat gives the same project. 422 invalid-project with every broken rule, 422 idempotency-key-reused.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A project of the caller, or one that it is a partner of
         * @description 404 project-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        /**
         * Replaces a project's settings
         * @description A draft may change in everything. Once published, ontology, tool, gold rate, tier rule, hold days and currency stay (409 project-frozen); a new guideline or rate card becomes a new version. 422 invalid-project. 404 project-not-found, 409 project-status, 412 stale-version, 428 without If-Match.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProjectBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends a project for good
         * @description From any status. 404 project-not-found, 409 project-status, 412 stale-version, 428 without If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/guideline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replaces the guideline by a new version
         * @description Labels already leased keep the version they were leased with. After a material change workers acknowledge the new version before their next lease; after an editorial one they go on. 422 invalid-project. 404 project-not-found, 409 project-status, 412 stale-version, 428 without If-Match.
         */
        put: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GuidelineBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/guidelines/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version of the guideline, the current or a past one
         * @description Reviewers read those of all projects. 404 project-not-found, 404 guideline-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Guideline"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/guidelines/{version}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed from one version of the guideline to another
         * @description Line by line. Long texts of which nearly all changed are shown as one change. 404 project-not-found, 404 guideline-not-found.
         */
        get: {
            parameters: {
                query: {
                    /** @description an older or a newer version */
                    since: number;
                };
                header?: never;
                path: {
                    id: string;
                    version: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["GuidelineChanges"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops new leases for a while
         * @description What is leased may be finished and is paid. 404 project-not-found, 409 project-status, 412 stale-version, 428 without If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Opens a draft for import and work
         * @description Only a draft. 404 project-not-found, 409 project-status, 412 stale-version, 428 without If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Goes on after a pause
         * @description Only if paused. 404 project-not-found, 409 project-status, 412 stale-version, 428 without If-Match.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ProjectView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/exports/{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports the project as a ZIP: ndjson, csv, coco, voc, yolo, cvat, label-studio
         * @description It holds the format's files, missing.ndjson with a line for each task that is not in them and why, SHA256SUMS, and last manifest.json with counts, losses, guideline versions and the sum of SHA256SUMS. An archive without its manifest broke off. What the format cannot say is listed before by losses. Partners read gold as pending. 400 invalid-request, 404 project-not-found, 404 format-unknown, 422 format-lacks-tool, 429 too-many-exports, 503 busy.
         */
        get: {
            parameters: {
                query?: {
                    /** @description whether gold is in it; for the owner */
                    includeGold?: boolean;
                    /** @description whether pictures without an answer are in it */
                    includePending?: boolean;
                    /** @description names uploads by a link that is good for a day */
                    links?: boolean;
                    /** @description least confidence of a result, 0 to 1 */
                    minConfidence?: number;
                    /** @description in CSV: texts that begin with = + - @ as they are, for programs; a spreadsheet may run them. Without it they have an apostrophe before them, which the import takes off */
                    plain?: boolean;
                };
                header?: never;
                path: {
                    format: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/exports/{format}/losses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tells what an export would leave out and what the format cannot say
         * @description Counted over all tasks with the options of the export. 400 invalid-request, 404 project-not-found, 404 format-unknown, 429 too-many-exports, 503 busy.
         */
        get: {
            parameters: {
                query?: {
                    includeGold?: boolean;
                    includePending?: boolean;
                    minConfidence?: number;
                };
                header?: never;
                path: {
                    format: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Preview"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/gold/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Results that are sure enough to become gold
         * @description Goes through up to limit tasks in order of id and returns those labelled with at least minConfidence (0 to 1; 0.99 if absent) by three labels or more that were neither approved nor declined. Send again with cursor = next until there is no next. 400 bad-cursor, 404 project-not-found, 422 invalid-filter.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    minConfidence?: number;
                };
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Found"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/gold/proposals/{taskId}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a gold task of a result
         * @description The task itself stays as it is. Approving again gets the same gold task. Training gold shows workers the right answer afterwards; hidden, if absent. 404 project-not-found, 404 task-not-found if there is no such result, 409 project-status unless published or paused.
         */
        post: {
            parameters: {
                query?: {
                    training?: boolean;
                };
                header?: never;
                path: {
                    projectId: string;
                    taskId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Decided"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/gold/proposals/{taskId}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proposes a result no more
         * @description Declining again changes nothing. 404 project-not-found, 404 task-not-found if there is no such result.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                    taskId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Decided"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the imports of a project
         * @description In order of id; limit 1 to 200. 404 project-not-found.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageImportView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Opens an import whose rows follow in parts
         * @description Then PUT its rows. 409 project-status, 415 unknown-format, 422 idempotency-key-reused.
         */
        post: {
            parameters: {
                query?: {
                    /** @description gold or prelabel: what the answers of such a file are to be. With ndjson or csv the file is an export of results, which comes in again so */
                    as?: string;
                    /** @description check everything, write nothing */
                    dryRun?: boolean;
                    /** @description ndjson or csv, if Content-Type does not say; coco, voc, yolo, cvat or label-studio */
                    format?: string;
                    /** @description what comes before the file names that it gives: https://…/ or the first part of the names of uploads; at most 512 characters */
                    pictures?: string;
                };
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ImportRequest"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ImportView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/imports/{jobId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far an import is, and from where to go on
         * @description open (waits for rows from nextOffset on), running, done, failed or cancelled; with its rate and, if the size is known, the seconds left. A row whose batch was at work when a process died may count as a duplicate later. 404 project-not-found, import-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    jobId: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ImportView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/imports/{jobId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends an import early
         * @description Tasks made until then stay, and the import says how many. One at work ends within a batch of rows. Changes nothing if it is over. 404 import-not-found.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    jobId: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ImportView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/imports/{jobId}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bad rows of an import, in their order
         * @description Each with the line on which the row begins, from 1, its external id and field if known, and the reason. limit 1 to 200. 404 project-not-found, import-not-found.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    /** @description texts as they are, for programs; a spreadsheet may run them */
                    plain?: boolean;
                };
                header?: never;
                path: {
                    jobId: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageRowError"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/imports/{jobId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an import passed over in rows that it took, in their order
         * @description Such as parts of objects, or shares of certainty. A page ends with a whole row, so it may be longer. limit 1 to 200. 404 project-not-found, import-not-found.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    jobId: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageRowNote"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/imports/{jobId}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Adds rows to an import
         * @description A part of the file from byte offset (as unpacked) on; each part may be packed by Content-Encoding: gzip of its own. What was taken before is passed over, so a part may be sent twice. A part may end in the middle of a row: the answer's nextOffset says where the next one begins, and so does the import after a break. last=true (the default) ends the file. 400 invalid-request, 408 body-too-slow, 404 import-not-found, 409 import-gap with nextOffset, 409 import-running with Retry-After, 409 import-over, 409 project-status, 413 body-too-large, 422 unreadable-import, 429 too-many-imports, 503 busy.
         */
        put: {
            parameters: {
                query?: {
                    last?: boolean;
                    offset?: number;
                };
                header?: never;
                path: {
                    jobId: string;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ImportView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts tasks by status
         * @description 404 project-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Progress"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Exports every task of the project, one JSON object a line
         * @description In order of task id, none left out: labelled, unlabelable, pending, withdrawn, or gold (which partners read as pending). A body that ends without its last chunk is incomplete. 404 project-not-found, 429 too-many-exports, 503 busy.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the tasks of a project, or finds the one of an external id
         * @description In order of id; limit 1 to 200. 404 project-not-found.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    externalId?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageTaskView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/projects/{projectId}/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes tasks out of the results of another project
         * @description Goes through up to filter.limit tasks of the other project in order of id, and makes a task of each labelled one that the filter takes: its picture, with the result shown as pre-label; its external id is the verified task's id. Send again with cursor = next until there is no next. Idempotent: what is there already counts as duplicates. Gold is imported as rows with gold and preLabel. 404 project-not-found (either of them), 409 project-status unless published or paused, 422 invalid-filter, 422 verification-mismatch unless this project verifies the other one's tool, with the same classes.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Body"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Made"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tests that lead to work
         * @description Projects with a test that I have not passed, and with work for those who do: how much, and for what price. By id. Refused: 400 bad-limit; 403 worker-not-found.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageOfferView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/qualifications/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where I stand with a project's test
         * @description Its rule, what I took and what came of it, how many tests are left and from when on, and how much work there is for those who pass. Refused: 403 worker-not-found; 404 test-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["StandingView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/qualifications/{projectId}/attempts/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came of a tutorial or a test, question by question
         * @description My answer, the verdict, and why, with the right answer: from the moment on when each is judged. Refused: 403 worker-not-found; 404 test-not-found, attempt-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    /** @description 1 for the first */
                    number: number;
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["AttemptView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/qualifications/{projectId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the test
         * @description Questions, to be answered like work but unpaid, in the time that the leases say; what is given back or runs out is wrong. Asked again, those under way are returned again. Refused: 403 worker-not-found, worker-not-active; 404 test-not-found; 409 guideline-not-acknowledged (projectId, version), already-qualified, no-work-to-qualify-for, trial-under-way, too-few-questions, tutorial-first, attempts-used-up, retake-too-early (notBefore).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["StartedView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/qualifications/{projectId}/tutorial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes the tutorial
         * @description Samples, to be answered like work but unpaid; the right answer is shown after each. One before each test. Asked again, those under way are returned again. Refused: 403 worker-not-found, worker-not-active; 404 test-not-found; 409 guideline-not-acknowledged (projectId, version), already-qualified, no-work-to-qualify-for, trial-under-way, too-few-questions, no-tutorial.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["StartedView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviewers/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How often I and other reviewers agree
         * @description By audits of what one of us decided and by appeals against it: how often others agreed with me, and how often I with others.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Agreement"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pictures that wait for a reviewer, the most valuable first
         * @description First what has no result, the least confident before the others, then audits. reason: undecided, flagged or audit. What the reviewer may not decide, having labelled or decided it, is left out, so a page may be short.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    projectId?: string;
                    reason?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageQueueItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{taskId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a reviewer needs to decide one picture
         * @description 404 review-not-found if it needs none, 403 own-work, 403 own-decision.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    taskId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ReviewCase"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reviews/{taskId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decides a picture, once
         * @description If-Match names the version that was looked at: 428 without, 412 if it has changed. Repeating the same decision gets the same response; another one is 409 already-decided, and 409 picture-withdrawn if its requester took it back. 403 own-work for a picture that the reviewer has labelled, 403 own-decision for an audit of what they decided, 422 invalid-answer for an answer that does not fit the project or an audit's change without a clause, 409 newer-guideline if it would reject a label by a later guidelineVersion than the label's.
         */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "If-Match"?: string;
                };
                path: {
                    taskId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecisionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["review_service_Decided"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/{workerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What gold answers say of a worker: counts, and the 90 % credible interval of the accuracy; and how often other labels agreed with the outcome
         * @description 403 own-work about oneself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    workerId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Skills"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/{workerId}/signals/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A reviewer found nothing to act on: the worker is left in peace for 30 days
         * @description Repeating it changes nothing. 404 no-signals if there was nothing, 403 own-work about oneself.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    workerId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Conspicuous"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/{workerId}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a worker is in a tier as of now, and what would change it
         * @description 403 own-work about oneself.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    workerId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["review_service_Why"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's tiers, 1 to 5, by skill; absent: 1
         * @description Under requesters those in the projects of requesters who have checked the caller, by requester id; tier is for all other projects.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["OwnSkills"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/me/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why the caller is in a tier, and what would change it
         * @description The numbers are those of the end of the caller's last working day, or of today's last move to another tier: numbers that moved with each answer would tell which pictures are checks.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["review_service_Why"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/skills/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workers whose answers a reviewer is asked to look at, by id
         * @description A signal is no verdict: each has a chance of being wrong, and nothing happens to the worker by itself beside more checks. Oneself is left out, so a page may be short.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageConspicuous"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read results, all of them or from where you stopped
         * @description Needs the role requester (one's own projects) or partner (projects that name one as a partner). Each result comes exactly once, those of one task in order. Keep the cursor of the last result that you stored and hand it back as `from`: what follows is exactly the rest. A cursor is good for the `projectId` with which it was given or, without one, for the same caller. Blank lines (NDJSON) and comments (SSE) are heartbeats. A stream ends when the token expires, when a project is taken away, or with `follow=false` when all is sent; a connection that breaks off instead of ending has more to send. Without `projectId`, results of a project that the caller is admitted to later come from then on: read that project from the beginning once.
         */
        get: {
            parameters: {
                query?: {
                    /** @description Whether to stay for what comes later */
                    follow?: boolean;
                    /** @description A cursor; from the first result on if absent */
                    from?: string;
                    /** @description One project's results only */
                    projectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Results in the order of the stream. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/x-ndjson": components["schemas"]["Line"];
                        "text/event-stream": components["schemas"]["Line"];
                    };
                };
                /** @description The cursor is not one of this stream. */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description No such project, or not the caller's. */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description What follows the cursor is no longer kept. */
                410: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The caller has too many streams open, or opens them too often. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Results cannot be read at the moment. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stream/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Says when there is work for me
         * @description Server-sent events: `work` with id, name, tool and price of a project that has work for me now, by the rules of `/v1/work`, and had none for a minute. What has work when the stream begins is not told. Comments are heartbeats. It ends when the token expires, or with the session; ask again then.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Notices as they come. */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description worker-not-found: apply first. */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description The caller has too many streams open, or opens them too often. */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Nothing can be told at the moment. */
                503: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggestions, the latest first
         * @description A requester's are those for their projects, a reviewer's all. status: open, taken or declined. limit 1 to 200, cursor from the page before.
         */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    projectId?: string;
                    status?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageSuggestionView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Suggests a sentence for the guideline, where a picture shows that one is missing
         * @description One of each reviewer for each picture; the same again gets the same response, another one is 409 already-suggested. It decides nothing about the picture. 404 review-not-found, 403 own-work, 403 own-decision.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SuggestionBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["SuggestionView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suggestions/{id}/reply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a suggestion, or declines it
         * @description For the project's requester, once; the same again gets the same response. The guideline itself is changed by PUT /v1/projects/{id}/guideline. 404 suggestion-not-found, 409 already-decided.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplyBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["SuggestionView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A task with its current result
         * @description 404 task-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["TaskView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a task back that has no result yet
         * @description Labels already leased are still judged and paid. A result that is being decided at the same time stands, and the task then has it: what the stream of results sent is never taken back. Again: the same answer. 404 task-not-found, 409 task-decided, 409 task-changed.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Withdrawal"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["TaskView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The verdict on one of my labels or flags, its reason and evidence
         * @description appealUntil is there while a rejection may be appealed against. rightAnswer is there in tutorials and tests, for rejections whose reviewer named a clause, and for all once the project is closed; in the latter two when nobody can hold a lease from before. 404 verdict-not-found also while there is no verdict.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    assignmentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["review_service_VerdictView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/verdicts/{assignmentId}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeals against a rejection
         * @description Another reviewer decides. Once per verdict, within the project's days (reviewRule.appealDays); the same text again gets the same answer. 404 verdict-not-found, 409 not-rejected, already-appealed, appeal-window-closed (with until).
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    assignmentId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AppealBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["review_service_VerdictView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Projects with work for me
         * @description By id. Empty for a worker who is not active. Refused: 400 bad-limit; 403 worker-not-found.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the piece before */
                    cursor?: string;
                    /** @description projects in one piece, 1 to 200; 50 if absent */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Listed"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/{projectId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Classes and guideline of a project
         * @description Shown to whose tier suffices, to all if it has a test, and to whoever had an assignment of it. Refused: 403 worker-not-found; 404 project-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["assignment_service_ProjectView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/{projectId}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Says that I have read the project's guideline
         * @description Needed before the first lease, and again after each material change. Labels are judged by the version that their worker had acknowledged. Again: nothing changes. Refused: 403 worker-not-found; 404 project-not-found; 409 guideline-outdated (version: the current one, to be read), and for who is new to the project applications-closed (from: when it opens, if it does), no-place-left.
         */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcknowledgementBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Acknowledged"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/{projectId}/guideline/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed in a project's guideline
         * @description Line by line, from the version that I acknowledged, or another, to the current one. Refused: 403 worker-not-found; 404 project-not-found, guideline-not-found.
         */
        get: {
            parameters: {
                query?: {
                    /** @description the version acknowledged if absent */
                    since?: number;
                };
                header?: never;
                path: {
                    projectId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["ChangesView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Projects to choose from
         * @description What is asked, what it pays, what an hour of it really brings, and what withholds it, as /v1/work/why tells. Figures are the median of what labels took and brought lately, gold and work alike; they are absent until 20 labels of three workers are known, or five of one's own. Drafts are left out, closed projects are in if asked for only. Refused: 400 bad-limit, bad-cursor; 403 worker-not-found; 404 project-not-found.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the piece before */
                    cursor?: string;
                    /** @description projects in one piece, 1 to 200; 50 if absent */
                    limit?: number;
                    /** @description all projects if absent */
                    projectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Cards"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/work/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why there is no work for me
         * @description The rules that withhold work, each with the number that would change it: worker-not-active, holding-too-many (has, needs: at most), share-moving for all projects; project-paused, project-closed, not-qualified (has, needs: tier in the project's skill), test-not-passed (has, needs: version of the guideline), guideline-not-acknowledged (has, needs: version), holding-too-many, applications-closed (to who is new to it), tier-too-low (tasks, has, needs), already-had (tasks), budget-exhausted (tasks: these cost more than is left), named-for-others (tasks), taken, nothing-open for one. Numbers of tasks are rough: the power of ten that they reach. Drafts are left out, closed projects are in if asked for only. Refused: 400 bad-limit, bad-cursor; 403 worker-not-found; 404 project-not-found.
         */
        get: {
            parameters: {
                query?: {
                    /** @description `next` of the piece before */
                    cursor?: string;
                    /** @description projects in one piece, 1 to 200; 50 if absent */
                    limit?: number;
                    /** @description all projects if absent */
                    projectId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["Why"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All workers, by id */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["PageWorkerView"];
                    };
                };
            };
        };
        put?: never;
        /**
         * Applies as a worker
         * @description 201 the first time, 200 from then on; applying again changes nothing. One person has one account, told by their phone number, of which a keyed hash alone is kept. Without a body nothing is said of oneself, as programs apply; operations then activate whom they know. Refused: 409 already-applied, with another account; 422 invalid-application.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ApplicationBody"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["WorkerView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A worker
         * @description Refused: 404 worker-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["WorkerView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lets a worker lease
         * @description Refused: 404 worker-not-found.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["WorkerView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stops a worker from leasing
         * @description What is leased may be finished. Refused: 404 worker-not-found.
         */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["WorkerView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me as a worker
         * @description Refused: 404 worker-not-found.
         */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "*/*": components["schemas"]["WorkerView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/workers/me/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Forgets what I said when I applied
         * @description Labels and tiers stay. Part of deleting an account: the gateway asks for it then.
         */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountBalance: {
            account: string;
            balance: components["schemas"]["Money"];
            /** @enum {string} */
            kind: "funding" | "budget" | "reserved" | "released" | "held";
        };
        AccountView: {
            disabled: boolean;
            id: string;
            roles: ("worker" | "reviewer" | "requester" | "partner" | "ops" | "finance")[];
            username: string;
        };
        Acknowledged: {
            projectId: string;
            /** Format: int32 */
            version: number;
        };
        AcknowledgementBody: {
            /** Format: int32 */
            version: number;
        };
        Agreement: {
            /** Format: int64 */
            agreed: number;
            /** Format: int64 */
            concurred: number;
            /** Format: int64 */
            decisions: number;
            /** Format: int64 */
            looked: number;
            /** Format: double */
            lower: number;
            /** Format: int64 */
            secondLooks: number;
            /** Format: double */
            upper: number;
        };
        Answer: components["schemas"]["Category"] | components["schemas"]["Tags"] | components["schemas"]["Boxes"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
        AppealBody: {
            text: string;
        };
        AppealCase: {
            accepted?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            appealId: string;
            clause?: string;
            decision?: components["schemas"]["Decision"];
            explanation: string;
            /** Format: date-time */
            filedAt: string;
            /** @enum {string} */
            flag?: "broken" | "unclear" | "offensive" | "other";
            given?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: int32 */
            guidelineVersion: number;
            media: components["schemas"]["Picture"];
            ontology: components["schemas"]["Ontology"];
            projectId: string;
            projectName: string;
            /** Format: double */
            score: number;
            /** @enum {string} */
            status: "waiting" | "upheld" | "denied";
            text: string;
            /** Format: int32 */
            tier: number;
            worker: string;
        };
        AppealView: {
            clause?: string;
            /** Format: date-time */
            decidedAt?: string;
            /** Format: date-time */
            filedAt: string;
            reason?: string;
            /** @enum {string} */
            status: "waiting" | "upheld" | "denied";
            text: string;
        };
        Application: {
            abilities: ("category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification")[];
            languages: string[];
            residence: string;
        };
        ApplicationBody: {
            abilities?: ("category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification")[];
            adult?: boolean;
            languages?: string[];
            phone?: string;
            residence?: string;
        };
        ApplicationRule: {
            /** Format: date-time */
            from?: string;
            /** Format: int32 */
            places?: number;
            /** Format: date-time */
            until?: string;
        };
        Applications: {
            /** Format: date-time */
            from?: string;
            /** Format: int32 */
            places?: number;
            taken: boolean;
            /** Format: date-time */
            until?: string;
        };
        assignment_service_Body: {
            held?: boolean;
            /** Format: int32 */
            max?: number;
            projectId?: string;
        };
        assignment_service_ProjectView: {
            /** Format: int32 */
            acknowledged?: number;
            /** Format: int32 */
            batchSize: number;
            guideline: components["schemas"]["Guideline"];
            id: string;
            /** Format: int32 */
            leaseSeconds: number;
            name: string;
            ontology: components["schemas"]["Ontology"];
            pictures: {
                [key: string]: string;
            };
            price: components["schemas"]["Money"];
            skill: string;
            /** Format: int32 */
            tier: number;
        };
        AssignmentView: {
            answer?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            assignmentId: string;
            /** Format: date-time */
            expiresAt: string;
            flag?: components["schemas"]["FlagView"];
            /** Format: int32 */
            guidelineVersion: number;
            /** Format: date-time */
            leasedAt: string;
            media: components["schemas"]["MediaView"];
            preLabel?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            price: components["schemas"]["Money"];
            projectId: string;
            /** @enum {string} */
            returned?: "expired" | "skipped" | "released";
            state: string;
            /** Format: date-time */
            submittedAt?: string;
            /** @enum {string} */
            tool: "category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification";
            verdict?: components["schemas"]["VerdictView"];
        };
        AttemptView: {
            /** Format: int32 */
            asked: number;
            /** Format: date-time */
            endedAt?: string;
            /** Format: int32 */
            guidelineVersion: number;
            /** Format: int32 */
            number: number;
            passed?: boolean;
            questions?: components["schemas"]["AssignmentView"][];
            /** Format: int32 */
            right?: number;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            trial: "tutorial" | "test";
        };
        Attribute: {
            choices?: string[];
            id: string;
            /** Format: double */
            max?: number;
            /** Format: double */
            min?: number;
            name: string;
            required?: boolean;
            /** @enum {string} */
            type: "flag" | "choice" | "number" | "text";
        };
        AuditView: {
            /** Format: int64 */
            balances: number;
            broken: string[];
            /** Format: int64 */
            differenceCount: number;
            differences: components["schemas"]["Difference"][];
            /** Format: int64 */
            entries: number;
            failure?: string;
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            /** Format: date-time */
            startedAt: string;
            startedBy: string;
            /** @enum {string} */
            status: "running" | "done" | "failed";
        };
        BalanceView: {
            /** Format: date-time */
            asOf: string;
            balances: components["schemas"]["WorkerBalance"][];
        };
        Body: {
            cursor?: string;
            filter?: components["schemas"]["Filter"];
            fromProject?: string;
        };
        Bone: {
            /** Format: int32 */
            from: number;
            /** Format: int32 */
            to: number;
        };
        Box: {
            attributes?: {
                [key: string]: string;
            };
            classId: string;
            /** Format: double */
            height: number;
            /** Format: double */
            rotation?: number;
            /** Format: double */
            width: number;
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        Boxes: {
            boxes: components["schemas"]["Box"][];
            /** @enum {string} */
            tool: "box";
        };
        BudgetView: {
            exhausted: boolean;
            left: components["schemas"]["Money"];
            limit: components["schemas"]["Money"];
            projectId: string;
            reserved: components["schemas"]["Money"];
            spent: components["schemas"]["Money"];
        };
        Card: {
            /** Format: int32 */
            acknowledge?: number;
            applications?: components["schemas"]["Applications"];
            asks?: string;
            example?: string;
            figures: components["schemas"]["WorkFigures"];
            id: string;
            mine: components["schemas"]["WorkFigures"];
            /** Format: int32 */
            minTier: number;
            name: string;
            /** Format: int32 */
            open: number;
            price: components["schemas"]["Money"];
            reasons: components["schemas"]["Reason"][];
            skill: string;
            test: boolean;
            /** Format: int32 */
            tier: number;
            /** @enum {string} */
            tool: "category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification";
        };
        Cards: {
            items: components["schemas"]["Card"][];
            next?: string;
            reasons: components["schemas"]["Reason"][];
        };
        Category: {
            classId: string;
            /** @enum {string} */
            tool: "category";
        };
        Change: {
            added: string[];
            /** Format: int32 */
            line: number;
            /** Format: int32 */
            lineBefore: number;
            removed: string[];
        };
        ChangesView: {
            changes: components["schemas"]["Change"][];
            /** Format: int32 */
            materialSince: number;
            /** Format: int32 */
            since: number;
            /** Format: int32 */
            version: number;
        };
        CommandOutcome: {
            assignmentId: string;
            /** Format: date-time */
            expiresAt?: string;
            problem?: components["schemas"]["ProblemDetail"];
            state?: string;
            /** Format: date-time */
            submittedAt?: string;
        };
        Conspicuous: {
            /** Format: date-time */
            clearedAt?: string;
            /** Format: int32 */
            golds: number;
            signals: components["schemas"]["Signal"][];
            /** Format: date-time */
            since?: string;
            workerId: string;
        };
        Counts: {
            /** Format: int64 */
            agreed: number;
            /** Format: int64 */
            judged: number;
        };
        DeadLetter: {
            error: string;
            eventId?: string;
            eventType?: string;
            id: string;
            key?: string;
            /** Format: int64 */
            offset: number;
            /** Format: int32 */
            partition: number;
            preview: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            replayedAt?: string;
            topic: string;
        };
        Decided: {
            goldTaskId?: string;
            taskId: string;
        };
        Decision: {
            answer?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            clause?: string;
            /** Format: date-time */
            decidedAt: string;
            /** Format: int32 */
            guidelineVersion?: number;
            reason: string;
            upheld: boolean;
        };
        DecisionBody: {
            accept?: boolean;
            answer?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            clause?: string;
            /** Format: int32 */
            guidelineVersion?: number;
            unlabelable?: string;
        };
        Deletion: {
            password?: string;
        };
        Difference: {
            account: string;
            currency: string;
            partition: string;
            /** Format: int64 */
            projected: number;
            /** Format: int64 */
            recounted: number;
        };
        DisputeView: {
            assignmentId: string;
            expected?: components["schemas"]["Money"];
            explanation: string;
            /** Format: date-time */
            parkedAt: string;
            projectId: string;
            promised: components["schemas"]["Money"];
            /** Format: int32 */
            rateVersion: number;
            /** @enum {string} */
            status: "waiting" | "disputed" | "approved" | "paid";
            workerId: string;
        };
        Down: {
            /** Format: int32 */
            tier: number;
            /** Format: double */
            upperBelow: number;
            /** Format: int32 */
            wrongInARow?: number;
        };
        EarningDay: {
            /** Format: date */
            day: string;
            parts: components["schemas"]["Part"][];
        };
        EarningView: {
            amount: components["schemas"]["Money"];
            assignmentId: string;
            /** Format: date-time */
            heldUntil: string;
            id: string;
            projectId: string;
            /** @enum {string} */
            reason: "label_accepted";
            /** Format: date-time */
            recordedAt: string;
            taskId: string;
        };
        EntryView: {
            name: string;
            /** Format: int64 */
            number: number;
            outcome: string;
            picture?: components["schemas"]["PictureView"];
            reason?: string;
        };
        ExtendBody: {
            assignmentIds?: string[];
        };
        FetchBody: {
            name?: string;
            replace?: boolean;
            url: string;
        };
        Filter: {
            classIds?: string[];
            /** Format: int32 */
            limit?: number;
            /** Format: double */
            maxConfidence?: number;
            /** Format: double */
            minConfidence?: number;
        };
        Flag: {
            comment?: string;
            mark?: components["schemas"]["Point"];
            /** @enum {string} */
            reason: "broken" | "unclear" | "offensive" | "other";
            /** Format: int32 */
            tier: number;
            worker: string;
        };
        FlagBody: {
            comment?: string;
            mark?: components["schemas"]["Point"];
            /** @enum {string} */
            reason: "broken" | "unclear" | "offensive" | "other";
        };
        FlagView: {
            comment?: string;
            mark?: components["schemas"]["Point"];
            /** @enum {string} */
            reason: "broken" | "unclear" | "offensive" | "other";
        };
        Found: {
            /** Format: int32 */
            examined: number;
            items: components["schemas"]["Proposal"][];
            next?: string;
        };
        Freeze: {
            /** Format: double */
            chance: number;
            /** Format: int32 */
            judged: number;
            /** Format: int32 */
            rejected: number;
            /** Format: date-time */
            since: string;
            /** Format: double */
            usual: number;
        };
        FreezeView: {
            freeze: components["schemas"]["Freeze"];
            name: string;
            projectId: string;
        };
        GivenLabel: {
            answer: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: int32 */
            guidelineVersion: number;
            /** Format: int32 */
            tier: number;
            /** @enum {string} */
            verdict?: "accepted" | "rejected";
            worker: string;
        };
        GoldRule: {
            /** Format: double */
            exact?: number;
            /** Format: double */
            found?: number;
            /** Format: double */
            leastRate?: number;
            /** Format: double */
            mostRate?: number;
            /** Format: double */
            needed?: number;
        };
        Guideline: {
            markdown: string;
            /** Format: int32 */
            materialSince?: number;
            sha256: string;
            /** Format: int32 */
            version: number;
        };
        GuidelineBody: {
            /** @enum {string} */
            change?: "material" | "editorial";
            markdown?: string;
        };
        GuidelineChanges: {
            changes: components["schemas"]["Change"][];
            /** Format: int32 */
            since: number;
            /** Format: int32 */
            version: number;
        };
        ImportRequest: {
            dryRun?: boolean;
            format?: string;
            /** Format: int64 */
            totalBytes?: number;
            /** Format: int64 */
            totalRows?: number;
        };
        ImportView: {
            cancelling?: boolean;
            /** Format: int64 */
            created: number;
            dryRun: boolean;
            /** Format: int64 */
            duplicates: number;
            /** Format: date-time */
            finishedAt?: string;
            /** @enum {string} */
            format: "ndjson" | "csv" | "coco" | "voc" | "yolo" | "cvat" | "label-studio";
            id: string;
            /** Format: int64 */
            nextOffset: number;
            /** Format: int64 */
            notes: number;
            projectId: string;
            reason?: string;
            /** Format: int64 */
            rejected: number;
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            rowsPerSecond: number;
            /** Format: int64 */
            secondsLeft?: number;
            /** Format: date-time */
            startedAt: string;
            /** @enum {string} */
            status: "open" | "running" | "done" | "failed" | "cancelled";
            /** Format: int64 */
            totalBytes?: number;
            /** Format: int64 */
            totalRows?: number;
        };
        InCurrency: {
            balanced: boolean;
            credit: components["schemas"]["Money"];
            currency: string;
            debit: components["schemas"]["Money"];
            kinds: components["schemas"]["OfKind"][];
        };
        InProject: {
            /** Format: double */
            lower: number;
            /** Format: double */
            mean: number;
            /** Format: double */
            upper: number;
        };
        Item: {
            appealId: string;
            /** Format: date-time */
            filedAt: string;
            projectId: string;
            projectName: string;
        };
        Key: {
            kid: string;
            signs: boolean;
            withdrawn: boolean;
        };
        Keypoint: {
            /** @enum {string} */
            visibility: "absent" | "hidden" | "visible";
            /** Format: double */
            x: number;
            /** Format: double */
            y: number;
        };
        KeypointInstance: {
            attributes?: {
                [key: string]: string;
            };
            classId: string;
            points: components["schemas"]["Keypoint"][];
        };
        Keypoints: {
            figures: components["schemas"]["KeypointInstance"][];
            /** @enum {string} */
            tool: "keypoints";
        };
        Keys: {
            keys: components["schemas"]["Key"][];
        };
        Label: {
            answer: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            assignmentId: string;
        };
        LabelBody: {
            answer: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
        };
        LabelClass: {
            attributes?: components["schemas"]["Attribute"][];
            id: string;
            name: string;
            skeleton?: components["schemas"]["Skeleton"];
        };
        Labelled: {
            labels: components["schemas"]["CommandOutcome"][];
            next?: components["schemas"]["Leased"];
        };
        LabelProvenance: {
            /** Format: double */
            accuracy: number;
            /** Format: double */
            agreement?: number;
            flagged: boolean;
            /** Format: int32 */
            golds: number;
            /** Format: double */
            goldsCorrect: number;
            /** Format: int32 */
            guidelineVersion: number;
            /** Format: date-time */
            submittedAt: string;
            /** Format: int32 */
            tier: number;
            worker: string;
        };
        LabelsBody: {
            labels: components["schemas"]["Label"][];
            next?: components["schemas"]["assignment_service_Body"];
        };
        Leased: {
            assignments: components["schemas"]["AssignmentView"][];
            held?: components["schemas"]["AssignmentView"][];
            problem?: components["schemas"]["ProblemDetail"];
        };
        LeaseRule: {
            /** Format: int32 */
            batchSize: number;
            /** Format: int32 */
            extensions?: number;
            /** Format: int32 */
            seconds: number;
        };
        Lifting: {
            subject?: string;
        };
        Line: {
            cursor: string;
            data: unknown;
            id: string;
            time: string;
            type: string;
        };
        Listed: {
            items: components["schemas"]["WorkView"][];
            next?: string;
        };
        LossCount: {
            /** Format: int64 */
            count: number;
            explanation: string;
            /** @enum {string} */
            loss: "tool" | "unknown-size" | "huge-mask" | "no-answer" | "rotation" | "attributes" | "precision" | "clipped" | "whole-pixels" | "characters" | "provenance" | "sources";
        };
        Made: {
            /** Format: int32 */
            created: number;
            /** Format: int32 */
            duplicates: number;
            /** Format: int32 */
            examined: number;
            next?: string;
        };
        Mask: {
            attributes?: {
                [key: string]: string;
            };
            classId: string;
            counts: number[];
            /** Format: int32 */
            height: number;
            /** Format: int32 */
            width: number;
        };
        Masks: {
            masks: components["schemas"]["Mask"][];
            /** @enum {string} */
            tool: "mask";
        };
        Me: {
            /** Format: date-time */
            expiresAt?: string;
            id: string;
            mustChangePassword?: boolean;
            roles: ("worker" | "reviewer" | "requester" | "partner" | "ops" | "finance")[];
            username?: string;
        };
        Media: {
            contentType?: string;
            /** Format: int32 */
            height?: number;
            kind: string;
            ref: string;
            /** Format: int32 */
            width?: number;
        };
        MediaView: {
            /** Format: int32 */
            height?: number;
            kind: string;
            url: string;
            /** Format: int32 */
            width?: number;
        };
        Money: {
            currency: string;
            /** Format: int64 */
            minor: number;
        };
        NewAccount: {
            password?: string;
            roles?: ("worker" | "reviewer" | "requester" | "partner" | "ops" | "finance")[];
            username?: string;
        };
        NewClient: {
            clientId?: string;
            roles?: ("worker" | "reviewer" | "requester" | "partner" | "ops" | "finance")[];
            subject?: string;
        };
        NewPassword: {
            password?: string;
        };
        OfferView: {
            name: string;
            /** Format: int32 */
            open: number;
            price: components["schemas"]["Money"];
            projectId: string;
            /** Format: int32 */
            questions: number;
        };
        OfKind: {
            balance: components["schemas"]["Money"];
            credit: components["schemas"]["Money"];
            debit: components["schemas"]["Money"];
            /** @enum {string} */
            kind: "funding" | "budget" | "reserved" | "released" | "held";
        };
        OneTimePassword: {
            password: string;
            /** Format: date-time */
            until: string;
        };
        Ontology: {
            classes: components["schemas"]["LabelClass"][];
            rotation?: boolean;
            /** @enum {string} */
            tool: "category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification";
            /** @enum {string} */
            verifies?: "category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification";
        };
        Outcome: {
            answer?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: double */
            confidence?: number;
            /** Format: date-time */
            decidedAt: string;
            /** @enum {string} */
            decidedBy: "consensus" | "reviewer";
            /** Format: int32 */
            guidelineVersion?: number;
            /** Format: int32 */
            labels?: number;
            provenance?: components["schemas"]["ResultProvenance"];
            reason?: string;
            /** Format: int32 */
            version: number;
        };
        Outcomes: {
            assignments: components["schemas"]["CommandOutcome"][];
        };
        OverlapRule: {
            /** Format: int32 */
            max: number;
            /** Format: int32 */
            min: number;
            /** Format: double */
            price?: number;
            /** Format: double */
            target: number;
        };
        OwnSkills: {
            skills: {
                [key: string]: components["schemas"]["Tier"];
            };
            workerId: string;
        };
        PageAccountBalance: {
            items: components["schemas"]["AccountBalance"][];
            next?: string;
        };
        PageAssignmentView: {
            items: components["schemas"]["AssignmentView"][];
            next?: string;
        };
        PageConspicuous: {
            items: components["schemas"]["Conspicuous"][];
            next?: string;
        };
        PageDeadLetter: {
            items: components["schemas"]["DeadLetter"][];
            next?: string;
        };
        PageDisputeView: {
            items: components["schemas"]["DisputeView"][];
            next?: string;
        };
        PageEarningDay: {
            items: components["schemas"]["EarningDay"][];
            next?: string;
        };
        PageEarningView: {
            items: components["schemas"]["EarningView"][];
            next?: string;
        };
        PageEntryView: {
            items: components["schemas"]["EntryView"][];
            next?: string;
        };
        PageFreezeView: {
            items: components["schemas"]["FreezeView"][];
            next?: string;
        };
        PageImportView: {
            items: components["schemas"]["ImportView"][];
            next?: string;
        };
        PageItem: {
            items: components["schemas"]["Item"][];
            next?: string;
        };
        PageOfferView: {
            items: components["schemas"]["OfferView"][];
            next?: string;
        };
        PageProjectView: {
            items: components["schemas"]["ProjectView"][];
            next?: string;
        };
        PageQueueItem: {
            items: components["schemas"]["QueueItem"][];
            next?: string;
        };
        PageReviewerView: {
            items: components["schemas"]["ReviewerView"][];
            next?: string;
        };
        PageRowError: {
            items: components["schemas"]["RowError"][];
            next?: string;
        };
        PageRowNote: {
            items: components["schemas"]["RowNote"][];
            next?: string;
        };
        PageSuggestionView: {
            items: components["schemas"]["SuggestionView"][];
            next?: string;
        };
        PageTaskView: {
            items: components["schemas"]["TaskView"][];
            next?: string;
        };
        PageWorkerView: {
            items: components["schemas"]["WorkerView"][];
            next?: string;
        };
        Part: {
            amount: components["schemas"]["Money"];
            /** Format: int32 */
            earnings: number;
            projectId: string;
        };
        PasswordChange: {
            current?: string;
            password?: string;
        };
        payment_service_EntryView: {
            id: string;
            /** @enum {string} */
            kind: "funding" | "reserve" | "release" | "earning";
            postings: components["schemas"]["Posting"][];
            projectId: string;
            /** Format: date-time */
            recordedAt: string;
            source: string;
        };
        payment_service_PageEntryView: {
            items: components["schemas"]["payment_service_EntryView"][];
            next?: string;
        };
        Picture: {
            /** Format: int32 */
            height?: number;
            kind: string;
            url: string;
            /** Format: int32 */
            width?: number;
        };
        PictureView: {
            /** Format: int64 */
            bytes: number;
            contentType: string;
            /** Format: int32 */
            height: number;
            ref: string;
            /** Format: int32 */
            width: number;
        };
        Point: number[];
        Polygon: {
            attributes?: {
                [key: string]: string;
            };
            classId: string;
            points: components["schemas"]["Point"][];
        };
        Polygons: {
            polygons: components["schemas"]["Polygon"][];
            /** @enum {string} */
            tool: "polygon";
        };
        Polyline: {
            attributes?: {
                [key: string]: string;
            };
            classId: string;
            points: components["schemas"]["Point"][];
        };
        Polylines: {
            polylines: components["schemas"]["Polyline"][];
            /** @enum {string} */
            tool: "polyline";
        };
        Posting: {
            account: string;
            amount: components["schemas"]["Money"];
        };
        Preview: {
            counts: components["schemas"]["Summary"];
            expressible: boolean;
            format: string;
        };
        ProblemDetail: {
            detail?: string;
            /** Format: uri */
            instance?: string;
            properties?: {
                [key: string]: unknown;
            };
            /** Format: int32 */
            status?: number;
            title?: string;
            /** Format: uri */
            type?: string;
        };
        Progress: {
            /** Format: int64 */
            gold: number;
            /** Format: int64 */
            inReview: number;
            /** Format: int64 */
            labelled: number;
            /** Format: int64 */
            pending: number;
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            unlabelable: number;
            /** Format: int64 */
            withdrawn: number;
        };
        ProjectBody: {
            allowedHosts?: string[];
            applications?: components["schemas"]["ApplicationRule"];
            budget?: components["schemas"]["Money"];
            /** Format: double */
            goldRate?: number;
            goldRule?: components["schemas"]["GoldRule"];
            guideline?: string;
            /** Format: int32 */
            holdDays?: number;
            leaseRule?: components["schemas"]["LeaseRule"];
            name?: string;
            ontology?: components["schemas"]["Ontology"];
            overlap?: components["schemas"]["OverlapRule"];
            partners?: string[];
            rateCard?: components["schemas"]["Rates"];
            reviewRule?: components["schemas"]["ReviewRule"];
            tierRule?: components["schemas"]["TierRule"];
        };
        ProjectView: {
            allowedHosts: string[];
            applications?: components["schemas"]["ApplicationRule"];
            budget: components["schemas"]["Money"];
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: double */
            goldRate: number;
            goldRule?: components["schemas"]["GoldRule"];
            guideline: string;
            /** Format: int32 */
            guidelineMaterialSince: number;
            /** Format: int32 */
            guidelineVersion: number;
            /** Format: int32 */
            holdDays: number;
            id: string;
            leaseRule: components["schemas"]["LeaseRule"];
            name: string;
            ontology: components["schemas"]["Ontology"];
            overlap: components["schemas"]["OverlapRule"];
            partners: string[];
            rateCard: components["schemas"]["Rates"];
            /** Format: int32 */
            rateVersion: number;
            requesterId: string;
            reviewRule: components["schemas"]["ReviewRule"];
            /** @enum {string} */
            status: "draft" | "published" | "paused" | "closed";
            tierRule: components["schemas"]["TierRule"];
        };
        ProjectWhy: {
            id: string;
            name: string;
            /** Format: int32 */
            open: number;
            reasons: components["schemas"]["Reason"][];
            skill: string;
        };
        Proposal: {
            answer: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: double */
            confidence: number;
            externalId: string;
            /** Format: int32 */
            labels: number;
            taskId: string;
        };
        QualificationRule: {
            /** Format: int32 */
            attempts: number;
            /** Format: double */
            passMark: number;
            /** Format: int32 */
            questions: number;
            requalify?: boolean;
            /** Format: int32 */
            retakeSeconds: number;
            /** Format: int32 */
            samples: number;
        };
        QueueItem: {
            /** Format: double */
            confidence: number;
            /** Format: date-time */
            escalatedAt: string;
            flagged: ("broken" | "unclear" | "offensive" | "other")[];
            /** Format: int64 */
            flags: number;
            /** Format: int64 */
            labels: number;
            media: components["schemas"]["Picture"];
            projectId: string;
            projectName: string;
            /** @enum {string} */
            reason: "undecided" | "flagged" | "gold_doubted" | "skipped" | "audit";
            /** Format: int32 */
            skips: number;
            taskId: string;
            /** @enum {string} */
            tool: "category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification";
        };
        Rates: {
            base?: components["schemas"]["Money"];
            tierPermille?: {
                [key: string]: number;
            };
        };
        Reason: {
            /** Format: int32 */
            has?: number;
            /** Format: int32 */
            needs?: number;
            /** @enum {string} */
            reason: "worker-not-active" | "share-moving" | "holding-too-many" | "project-paused" | "project-closed" | "not-qualified" | "test-not-passed" | "guideline-not-acknowledged" | "applications-closed" | "tier-too-low" | "already-had" | "budget-exhausted" | "named-for-others" | "taken" | "nothing-open";
            /** Format: int32 */
            tasks?: number;
        };
        Registration: {
            name: string;
            picture?: components["schemas"]["PictureView"];
            reason?: string;
        };
        RegistrationBody: {
            refs: string[];
        };
        RegistrationView: {
            pictures: components["schemas"]["Registration"][];
        };
        Release: {
            amount: components["schemas"]["Money"];
            /** Format: date */
            on: string;
        };
        RepairView: {
            /** Format: int32 */
            repaired: number;
        };
        Reply: {
            /** Format: date-time */
            at: string;
            reason?: string;
            taken: boolean;
        };
        ReplyBody: {
            reason?: string;
            taken: boolean;
        };
        ResultProvenance: {
            /** Format: int32 */
            guidelineVersion: number;
            labels?: components["schemas"]["LabelProvenance"][];
            method: string;
            /** Format: double */
            posterior?: number;
            reviews?: components["schemas"]["ReviewProvenance"][];
        };
        ReturnBody: {
            assignmentIds: string[];
            /** @enum {string} */
            reason: "expired" | "skipped" | "released";
        };
        review_service_Decided: {
            answer?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: date-time */
            decidedAt: string;
            projectId: string;
            taskId: string;
            unlabelable?: string;
        };
        review_service_VerdictView: {
            answer?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            appeal?: components["schemas"]["AppealView"];
            /** Format: date-time */
            appealUntil?: string;
            assignmentId: string;
            clause?: string;
            explanation: string;
            /** @enum {string} */
            flag?: "broken" | "unclear" | "offensive" | "other";
            /** Format: int32 */
            guidelineVersion: number;
            projectId: string;
            /** @enum {string} */
            reason: "agrees" | "differs" | "flag_upheld" | "flag_overruled" | "unlabelable";
            /** Format: date-time */
            reviewedAt: string;
            rightAnswer?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: double */
            score: number;
            /** @enum {string} */
            verdict: "accepted" | "rejected";
        };
        review_service_Why: {
            skills: {
                [key: string]: components["schemas"]["WhyTier"];
            };
            workerId: string;
        };
        ReviewCase: {
            /** Format: double */
            confidence?: number;
            decision?: components["schemas"]["review_service_Decided"];
            /** Format: date-time */
            escalatedAt?: string;
            flags: components["schemas"]["Flag"][];
            /** Format: int32 */
            guidelineVersion: number;
            known?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            labels: components["schemas"]["GivenLabel"][];
            media: components["schemas"]["Picture"];
            ontology: components["schemas"]["Ontology"];
            paused: boolean;
            preLabel?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            projectId: string;
            projectName: string;
            /** @enum {string} */
            reason?: "undecided" | "flagged" | "gold_doubted" | "skipped" | "audit";
            result?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: int32 */
            skips: number;
            taskId: string;
        };
        ReviewerView: {
            /** Format: int64 */
            agreed: number;
            /** Format: int64 */
            decisions: number;
            /** Format: double */
            lower: number;
            reviewerId: string;
            /** Format: int64 */
            secondLooks: number;
            /** Format: double */
            upper: number;
        };
        ReviewProvenance: {
            clause?: string;
            /** Format: int32 */
            guidelineVersion?: number;
            /** @enum {string} */
            kind: "decision" | "audit" | "appeal";
            /** @enum {string} */
            outcome: "accepted" | "fixed" | "rejected" | "upheld" | "denied";
            /** Format: date-time */
            reviewedAt: string;
            reviewer: string;
        };
        ReviewRule: {
            /** Format: int32 */
            appealDays: number;
            /** Format: double */
            auditRate: number;
        };
        Revocation: {
            forGood?: boolean;
            subject?: string;
        };
        RowError: {
            externalId?: string;
            field?: string;
            reason: string;
            /** Format: int64 */
            row: number;
        };
        RowNote: {
            externalId?: string;
            /** Format: int64 */
            row: number;
            text: string;
        };
        RuleView: {
            clause?: string;
            /** Format: int64 */
            denied: number;
            /** Format: double */
            lower: number;
            rule: string;
            /** Format: int64 */
            upheld: number;
            /** Format: double */
            upper: number;
            /** Format: int64 */
            waiting: number;
        };
        Signal: {
            /** Format: double */
            chance: number;
            evidence: string;
            /** @enum {string} */
            kind: "too_fast" | "repeated_answers" | "one_class" | "inconsistent" | "shared_rare_errors";
        };
        SignUp: {
            password?: string;
            username?: string;
        };
        Skeleton: {
            bones?: components["schemas"]["Bone"][];
            points: string[];
        };
        Skills: {
            agreements: {
                [key: string]: components["schemas"]["Counts"];
            };
            signals: components["schemas"]["Signal"][];
            skills: {
                [key: string]: components["schemas"]["Standing"];
            };
            workerId: string;
        };
        Standing: {
            /** Format: double */
            correct: number;
            /** Format: double */
            goldNeed: number;
            /** Format: int32 */
            golds: number;
            /** Format: double */
            lower: number;
            projects: {
                [key: string]: components["schemas"]["InProject"];
            };
            requesters: {
                [key: string]: components["schemas"]["WithRequester"];
            };
            /** Format: int32 */
            tier: number;
            /** Format: double */
            upper: number;
        };
        StandingView: {
            attempts: components["schemas"]["AttemptView"][];
            /** Format: int32 */
            attemptsLeft: number;
            name: string;
            /** Format: date-time */
            notBefore?: string;
            /** Format: int32 */
            open: number;
            price: components["schemas"]["Money"];
            projectId: string;
            qualified: boolean;
            rule: components["schemas"]["QualificationRule"];
        };
        StartedView: {
            assignments: components["schemas"]["AssignmentView"][];
            /** Format: int32 */
            guidelineVersion: number;
            /** @enum {string} */
            trial: "tutorial" | "test";
        };
        SuggestionBody: {
            clause?: string;
            sentence: string;
            taskId: string;
        };
        SuggestionView: {
            clause?: string;
            /** Format: int32 */
            guidelineVersion: number;
            id: string;
            /** Format: date-time */
            madeAt: string;
            media: components["schemas"]["Picture"];
            mine: boolean;
            projectId: string;
            projectName: string;
            reply?: components["schemas"]["Reply"];
            reviewer: string;
            sentence: string;
            /** @enum {string} */
            status: "open" | "taken" | "declined";
            taskId: string;
        };
        Summary: {
            guidelineVersions: {
                [key: string]: number;
            };
            leftOut: {
                [key: string]: number;
            };
            losses: components["schemas"]["LossCount"][];
            /** Format: int64 */
            tasks: number;
            written: {
                [key: string]: number;
            };
        };
        Tags: {
            classIds: string[];
            /** @enum {string} */
            tool: "tags";
        };
        TaskView: {
            /** Format: double */
            complexity: number;
            /** Format: date-time */
            createdAt: string;
            externalId: string;
            gold?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            id: string;
            /** @enum {string} */
            inReview?: "undecided" | "flagged" | "gold_doubted" | "skipped";
            media: components["schemas"]["Media"];
            /** Format: int32 */
            minTier?: number;
            preLabel?: components["schemas"]["Boxes"] | components["schemas"]["Category"] | components["schemas"]["Keypoints"] | components["schemas"]["Masks"] | components["schemas"]["Polygons"] | components["schemas"]["Polylines"] | components["schemas"]["Tags"] | components["schemas"]["Transcripts"] | components["schemas"]["Verification"];
            /** Format: int32 */
            priority: number;
            projectId: string;
            result?: components["schemas"]["Outcome"];
            /** @enum {string} */
            status: "pending" | "labelled" | "unlabelable" | "withdrawn" | "gold";
            training?: boolean;
            withdrawnFor?: string;
        };
        Tier: {
            requesters?: {
                [key: string]: number;
            };
            /** Format: int32 */
            tier: number;
        };
        TierRule: {
            /** Format: int32 */
            minTier: number;
            qualification?: components["schemas"]["QualificationRule"];
            skill: string;
        };
        Transcript: {
            attributes?: {
                [key: string]: string;
            };
            classId: string;
            region?: components["schemas"]["Point"][];
            text: string;
        };
        Transcripts: {
            /** @enum {string} */
            tool: "transcript";
            transcripts: components["schemas"]["Transcript"][];
        };
        TrialBalance: {
            balanced: boolean;
            currencies: components["schemas"]["InCurrency"][];
        };
        Up: {
            /** Format: int32 */
            checksNeeded: number;
            /** Format: double */
            lowerNeeded: number;
            /** Format: int32 */
            rightInARow?: number;
            /** Format: int32 */
            tier: number;
        };
        UploadView: {
            /** Format: date-time */
            finishedAt?: string;
            id: string;
            /** Format: int64 */
            known: number;
            reason?: string;
            /** Format: int64 */
            refused: number;
            /** Format: int64 */
            skipped: number;
            /** Format: date-time */
            startedAt: string;
            status: string;
            /** Format: int64 */
            stored: number;
        };
        VerdictView: {
            explanation: string;
            /** @enum {string} */
            reason: "agrees" | "differs" | "flag_upheld" | "flag_overruled" | "unlabelable";
            /** Format: date-time */
            reviewedAt: string;
            /** @enum {string} */
            verdict: "accepted" | "rejected";
        };
        Verification: {
            correct: boolean;
            /** @enum {string} */
            tool: "verification";
        };
        View: {
            kid: string;
        };
        Why: {
            items: components["schemas"]["ProjectWhy"][];
            next?: string;
            reasons: components["schemas"]["Reason"][];
        };
        WhyTier: {
            /** Format: double */
            answers: number;
            down?: components["schemas"]["Down"];
            /** Format: double */
            lower: number;
            /** Format: double */
            others: number;
            requesters?: {
                [key: string]: components["schemas"]["WhyTier"];
            };
            rule?: string;
            /** Format: int32 */
            tier: number;
            up?: components["schemas"]["Up"];
            /** Format: double */
            upper: number;
        };
        Withdrawal: {
            reason?: string;
        };
        WithRequester: {
            /** Format: double */
            goldNeed: number;
            /** Format: double */
            lower: number;
            /** Format: int32 */
            tier: number;
            /** Format: double */
            upper: number;
        };
        WorkerBalance: {
            available: components["schemas"]["Money"];
            held: components["schemas"]["Money"];
            releases: components["schemas"]["Release"][];
        };
        WorkerView: {
            application?: components["schemas"]["Application"];
            /** Format: date-time */
            appliedAt: string;
            id: string;
            /** @enum {string} */
            status: "applied" | "active" | "suspended";
            tiers: {
                [key: string]: number;
            };
        };
        WorkFigures: {
            /** Format: int32 */
            acceptedPercent?: number;
            hourly?: components["schemas"]["Money"];
            /** Format: int64 */
            pictureMillis?: number;
            /** Format: int64 */
            verdictSeconds?: number;
        };
        WorkView: {
            /** Format: int32 */
            acknowledge?: number;
            id: string;
            name: string;
            /** Format: int32 */
            open: number;
            price: components["schemas"]["Money"];
            skill: string;
            /** Format: int32 */
            tier: number;
            /** @enum {string} */
            tool: "category" | "tags" | "box" | "polygon" | "polyline" | "keypoints" | "mask" | "transcript" | "verification";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;

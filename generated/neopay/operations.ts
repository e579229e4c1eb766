// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

/** Where the API is served; the first is the default. */
export const servers = { live: 'https://neopay.io/api' } as const;

export const operations = {
  listLinks: { id: 'listLinks', method: 'GET', path: '/links', security: ['x-app-key', 'Authorization'], effect: 'none', repeatable: true },
  createLink: {
    id: 'createLink',
    method: 'POST',
    path: '/links',
    security: ['x-app-key', 'Authorization'],
    effect: 'create',
    repeatable: false,
  },
  getLink: {
    id: 'getLink',
    method: 'GET',
    path: '/links/{id}',
    security: ['x-app-key', 'Authorization'],
    effect: 'none',
    repeatable: true,
  },
  publishLink: {
    id: 'publishLink',
    method: 'PATCH',
    path: '/links/{id}/publish',
    security: ['x-app-key', 'Authorization'],
    effect: 'change',
    repeatable: false,
    transition: 'publish',
  },
  unpublishLink: {
    id: 'unpublishLink',
    method: 'PATCH',
    path: '/links/{id}/unpublish',
    security: ['x-app-key', 'Authorization'],
    effect: 'change',
    repeatable: false,
    transition: 'unpublish',
  },
  closeLink: {
    id: 'closeLink',
    method: 'PATCH',
    path: '/links/{id}/close',
    security: ['x-app-key', 'Authorization'],
    effect: 'change',
    repeatable: false,
    transition: 'close',
  },
} as const;

export type OperationId = keyof typeof operations;

const CreateLinkThemeFields = { selected: true, logo: true, logoType: true } as const;

const CreateLinkSettingsFields = {
  expirationDate: true,
  showPayeeData: true,
  requestCustomerData: true,
  theme: CreateLinkThemeFields,
} as const;

const CreateLinkInputFields = {
  product: true,
  amount: true,
  description: true,
  communication: true,
  reference: true,
  expired_at: true,
  request_customer_data: true,
  settings: CreateLinkSettingsFields,
} as const;

/** The fields of each operation's JSON body by name; those of an object are a table of their own. */
export const requestFields = { createLink: CreateLinkInputFields } as const;

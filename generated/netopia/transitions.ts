// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

export const statuses = [] as const;

export type Status = (typeof statuses)[number];

/** The status of what was just created. */
export const initialStatus = undefined;

/** Other spellings of a status, with the status they mean. */
export const statusAliases = {} as const;

/** What each action needs and leads to. */
export const transitions = {} as const;

export type Action = keyof typeof transitions;

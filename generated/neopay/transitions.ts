// Made from the OpenAPI document by `npm run generate`; change the document, not this file.

export const statuses = ['draft', 'published', 'unpublished', 'closed'] as const;

export type Status = (typeof statuses)[number];

/** The status of what was just created. */
export const initialStatus = 'draft';

/** Other spellings of a status, with the status they mean. */
export const statusAliases = { unpublised: 'unpublished' } as const;

/** What each action needs and leads to. */
export const transitions = {
  publish: { operation: 'publishLink', from: ['draft', 'unpublished'], to: 'published' },
  unpublish: { operation: 'unpublishLink', from: ['published'], to: 'unpublished' },
  close: { operation: 'closeLink', from: ['draft', 'published', 'unpublished'], to: 'closed' },
} as const;

export type Action = keyof typeof transitions;

import { CreateLinkInput, LinkList, PaymentLink } from 'paylinks/schemas';
import { connect as connectPlain } from './openapi-fetch.js';

/** The same, with requests and answers checked by zod. */
export function connect(options) {
  const plain = connectPlain(options);
  return {
    get: async (id) => PaymentLink.parse(await plain.get(id)),
    create: async (input) => PaymentLink.parse(await plain.create(CreateLinkInput.parse(input))),
    list: async () => LinkList.parse({ data: await plain.list() }).data,
  };
}

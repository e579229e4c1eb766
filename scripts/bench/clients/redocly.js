import { createClient, OPERATIONS } from '../redocly/client.ts';

/** Redocly's generated client. */
export function connect({ baseUrl, appKey, token, fetch }) {
  const client = createClient(OPERATIONS, { serverUrl: baseUrl, ...(fetch && { fetch }), auth: { apiKey: { appKey, appToken: token } } });
  return adapt(client);
}

/** The calls that are measured. */
export function adapt(client) {
  return {
    get: (id) => client.getLink({ path: { id } }),
    create: (body) => client.createLink({ body }),
    list: async () => (await client.listLinks()).data,
  };
}

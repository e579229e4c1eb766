import { createClient } from '../hey-api-zod/client/index.ts';
import * as sdk from '../hey-api-zod/sdk.gen.ts';

/** hey-api's generated client, checking requests and answers with zod. */
export function connect(options) {
  return adapt(createClient, sdk, options);
}

/** The calls that are measured. */
export function adapt(create, { getLink, createLink, listLinks }, { baseUrl, appKey, token, fetch }) {
  const auth = ({ name }) => (name === 'x-app-key' ? appKey : token);
  const client = create({ baseUrl, auth, throwOnError: true, responseStyle: 'data', ...(fetch && { fetch }) });
  return {
    get: (id) => getLink({ client, path: { id } }),
    create: (body) => createLink({ client, body }),
    list: async () => (await listLinks({ client })).data,
  };
}

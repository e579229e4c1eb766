import createClient from 'openapi-fetch';

/** Signed by its headers option; nothing is validated. */
export function connect({ baseUrl, appKey, token, fetch }) {
  const client = createClient({ baseUrl, fetch, headers: { 'x-app-key': appKey, Authorization: token, Accept: 'application/json' } });
  const unwrap = async (call) => {
    const { data, response } = await call;
    if (!response.ok) throw new Error(`The API answered ${response.status}`);
    return data;
  };
  return {
    get: (id) => unwrap(client.GET('/links/{id}', { params: { path: { id } } })),
    create: (body) => unwrap(client.POST('/links', { body })),
    list: async () => (await unwrap(client.GET('/links'))).data,
  };
}

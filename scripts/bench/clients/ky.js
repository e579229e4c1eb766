import ky from 'ky';

/** With its own retries and timeout, which are on unless switched off. */
export function connect({ baseUrl, appKey, token, fetch }) {
  const client = ky.create({ headers: { 'x-app-key': appKey, Authorization: token }, ...(fetch && { fetch }) });
  return {
    get: (id) => client.get(`${baseUrl}/links/${id}`).json(),
    create: (json) => client.post(`${baseUrl}/links`, { json }).json(),
    list: async () => (await client.get(`${baseUrl}/links`).json()).data,
  };
}

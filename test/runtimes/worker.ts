import { runSuite } from './suite.js';

export default {
  /** Takes a world as JSON and answers with the results. */
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runSuite(await request.json()));
  },
};

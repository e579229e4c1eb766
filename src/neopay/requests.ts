import { initialStatus } from '../../generated/neopay/transitions.js';
import type { WireInput } from './input.js';
import { differences } from './reference.js';
import type { Response, Scope, Special } from '../core/request.js';
import type { LinksTransport } from './transport.js';
import type { NewLink, PaymentLink } from './types.js';

/** Sends one create request and reads the new link; the one place that posts. */
export async function postLink(
  transport: LinksTransport,
  input: WireInput,
  scope: Scope,
  special?: Special,
): Promise<{ link: NewLink; response: Response }> {
  const response = await transport.send('createLink', { body: input }, scope, { target: input.reference, ...special });
  const link = transport.reader.link(response);
  const issues = differences(input, link);
  if (link.status !== initialStatus && link.status !== 'unknown')
    issues.push({ path: 'status', message: `is ${link.status}, but a new link is ${initialStatus}` });
  if (issues.length > 0) transport.reader.report(link, issues, response);
  // A link that exists is never thrown away for a status it should not have; the departure has been told.
  return { link: link as NewLink, response };
}

/** Reads one link; a read for the client's own sake, which is sent once, leaves departures from the document untold. */
export async function readLink(
  transport: LinksTransport,
  id: string,
  scope: Scope,
  special?: Special,
): Promise<{ link: PaymentLink; response: Response }> {
  const response = await transport.send('getLink', { path: { id } }, scope, { target: id, ...special });
  return { link: transport.reader.link(response, { asked: id, quiet: special?.once }), response };
}

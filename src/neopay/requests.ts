import { createLink, getLink } from '../../generated/neopay/client.js';
import { initialStatus } from '../../generated/neopay/transitions.js';
import type { Answered, Engine, Special } from '../core/transport.js';
import type { WireInput } from './input.js';
import { differences } from './reference.js';
import type { Scope } from '../core/request.js';
import type { NewLink, PaymentLink } from './types.js';

/** Sends one create request and reads the new link; the one place that posts. */
export async function postLink(
  engine: Engine,
  input: WireInput,
  scope: Scope,
  special?: Special,
): Promise<{ link: NewLink; answered: Answered }> {
  const answered = await engine.ask('createLink', scope, (via) => createLink(engine.own, { body: input, ...via }), special);
  const link = engine.reader.link(answered.answer, answered.call);
  const issues = differences(input, link);
  if (link.status !== initialStatus && link.status !== 'unknown')
    issues.push({ path: 'status', message: `is ${link.status}, but a new link is ${initialStatus}` });
  if (issues.length > 0) engine.reader.report(link, issues, answered.call);
  // A link that exists is never thrown away for a status it should not have; the departure has been told.
  return { link: link as NewLink, answered };
}

/** Reads one link; a read for the client's own sake, which is sent once, leaves departures from the document untold. */
export async function readLink(
  engine: Engine,
  id: string,
  scope: Scope,
  special?: Special,
): Promise<{ link: PaymentLink; answered: Answered }> {
  const answered = await engine.ask('getLink', scope, (via) => getLink(engine.own, { params: { path: { id } }, ...via }), special);
  return { link: engine.reader.link(answered.answer, answered.call, { asked: id, quiet: special?.once }), answered };
}

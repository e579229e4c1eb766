/** Diff rules for changes that break callers and that Redocly's own rules let pass. */
export default function breaking() {
  return {
    id: 'paylinks',
    diff: {
      oas3: {
        'path-parameter-renamed': pathParameterRenamed,
        'required-body-added': requiredBodyAdded,
        'direction-closed': directionClosed,
        'default-changed': defaultChanged,
        'response-header-optional': responseHeaderOptional,
      },
    },
  };
}

// The path is an argument of the raw client, and so are the names in its braces.
function pathParameterRenamed() {
  const PathItem = (change, { report }) => {
    if (!isChange(change, 'key') || withoutNames(change.base.value) !== withoutNames(change.revision.value)) return;
    report({ message: `Path \`${change.base.value}\` is now \`${change.revision.value}\`.` });
  };
  return { Paths: { PathItem } };
}

function requiredBodyAdded() {
  const RequestBody = (change, { report }) => {
    const added = change.kind === 'added' ? (change.node.revision.resolved ?? change.node.revision) : undefined;
    if (added?.value?.required === true) report({ message: 'A required request body was added.' });
  };
  return { RequestBody };
}

// Redocly takes what becomes `readOnly` for something that never was in a request.
function directionClosed() {
  const closed = { readOnly: 'request', writeOnly: 'response' };
  const Schema = (change, { report }) => {
    const direction = isChange(change) && change.revision.value === true ? closed[change.property] : undefined;
    if (direction === undefined || !directionsOf(change.node).includes(direction)) return;
    report({ message: `It became \`${change.property}\` and may no longer be in a ${direction}.` });
  };
  return { Schema };
}

function defaultChanged() {
  const Schema = (change, { report }) => {
    if (!isChange(change, 'default') || change.base.value === undefined) return;
    const [before, after] = [change.base.value, change.revision.value].map((value) => JSON.stringify(value));
    report({ message: `\`default\` ${after === undefined ? `${before} was removed` : `changed from ${before} to ${after}`}.` });
  };
  return { Schema };
}

function responseHeaderOptional() {
  const Header = (change, { report }) => {
    if (isChange(change, 'required') && change.base.value === true) report({ message: 'The response header is no longer promised.' });
  };
  return { Response: { Header } };
}

function isChange({ kind, property }, wanted = property) {
  return kind === 'modified' && property === wanted;
}

function withoutNames(path) {
  return path.replace(/\{[^}]*\}/g, '{}');
}

function directionsOf(node, passed = new Set()) {
  if (passed.has(node)) return [];
  passed.add(node);
  const { name } = (node.revision ?? node.base).type;
  if (name === 'RequestBody' || name === 'ParameterList') return ['request'];
  if (name === 'Responses') return ['response'];
  return [node.parent, ...(node.referencedBy ?? []), ...(node.revision?.referencedBy ?? [])].flatMap((next) =>
    next ? directionsOf(next, passed) : [],
  );
}

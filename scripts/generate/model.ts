import { readCallbacks, type Callback } from './callbacks.js';
import { entriesOf, objectAt, type JsonObject } from './json.js';
import { readLifecycle, type Lifecycle } from './lifecycle.js';
import { noteUncallable, readFlag, readOperations, type Operation } from './operations.js';
import { join, objectsIn } from './pointer.js';
import type { Report } from './problems.js';
import { readRequestFields, type RequestFields } from './request-fields.js';
import { hoistSchemas } from './schema/hoist.js';
import { isKnownDialect } from './schema/keywords.js';
import { endlessNames } from './schema/order.js';
import { createReader, readComponents } from './schema/read.js';
import type { SchemaModel } from './schema/model.js';
import { readServers } from './servers.js';
import { readStatuses, type Status } from './statuses.js';

/** What the emitters know of the document. */
export interface Model {
  /** The bundled document as it came. */
  readonly bundle: JsonObject;
  /** The bundled document with every schema that a `$ref` reaches standing among the components. */
  readonly document: JsonObject;
  /** The addresses of the API by name; the first is the default. */
  readonly servers: ReadonlyMap<string, string>;
  readonly components: ReadonlyMap<string, SchemaModel>;
  readonly operations: readonly Operation[];
  /** What the JSON bodies of requests may hold. */
  readonly requestFields: RequestFields;
  /** What the API itself sends. */
  readonly callbacks: readonly Callback[];
  /** Names of the properties that `x-pci` marks as card data. */
  readonly pciFields: readonly string[];
  readonly lifecycle: Lifecycle;
  /** What `x-statuses` says of the numbers in a status field. */
  readonly statuses: readonly Status[];
}

export function readModel(bundle: JsonObject, report: Report, notice: Report): Model {
  const version = String(bundle.openapi).startsWith('3.0') ? '3.0' : '3.1';
  if (bundle.jsonSchemaDialect !== undefined && !isKnownDialect(bundle.jsonSchemaDialect))
    report('#/jsonSchemaDialect', 'Schemas must be written in the dialect of OpenAPI or in JSON Schema 2020-12.');
  const { document, pointers, inline } = hoistSchemas(bundle, version, report);
  const reader = createReader({ version, report, notice });
  const components = readComponents(
    reader,
    objectAt(document.components).schemas,
    (name) => pointers.get(name) ?? `#/components/schemas/${name}`,
  );
  for (const name of endlessNames(components))
    report(
      pointers.get(name) ?? `#/components/schemas/${name}`,
      'The schema refers to itself without an end, so no value could ever be judged.',
    );
  // Nothing is emitted for these but types; they are read for what is wrong with them.
  for (const [pointer, schema] of inline) reader.read(schema, pointer);
  noteUncallable(document, notice);
  const operations = readOperations(document, report);
  return {
    bundle,
    document,
    servers: readServers(bundle),
    components,
    operations,
    requestFields: readRequestFields(document, operations),
    callbacks: readCallbacks(document),
    pciFields: readPciFields(document, report),
    lifecycle: readLifecycle(document, operations, report),
    statuses: readStatuses(document, report),
  };
}

function readPciFields(document: JsonObject, report: Report): string[] {
  const names = [...objectsIn(document)].flatMap(([{ properties }, pointer]) =>
    entriesOf(properties).filter(([name, property]) => readFlag(objectAt(property), 'x-pci', join(pointer, 'properties', name), report)),
  );
  return [...new Set(names.map(([name]) => name))];
}

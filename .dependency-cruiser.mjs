/**
 * The import table of ARCHITECTURE.md as rules. Each has a wrong import in tests/fixtures/boundaries that must
 * be reported. Biome watches cycles of single files; the cycles here are the ones between parts.
 */

/** Rooms from the ground up: a room uses those of earlier rows, never of its own or a later one. */
export const ROOM_ROWS = [
  ['libro'],
  ['kardex'],
  ['sucursal'],
  ['rol'],
  ['usuario'],
  ['whatsapp'],
  ['aprobacion'],
  ['tarea'],
  ['producto', 'motivo'],
  ['presentacion', 'reposicion', 'edicion', 'etiqueta'],
  ['inventario'],
  ['caja'],
  ['venta', 'compra', 'agente', 'recarga', 'cliente', 'traspaso'],
  ['recibo'],
  ['mostrador'],
  ['reporte', 'auditoria', 'alerta', 'correo'],
  ['asistente'],
];

const any = (names) => `(${names.join('|')})`;
const ROOMS = any(ROOM_ROWS.flat());
const SOURCE = '\\.(ts|tsx|mjs)$';
const TEST = '\\.test\\.tsx?$';

/** What a room shows to pages and components; one with many splits them by subject: `schemas-cierre.ts`. */
const SHOWN = any([
  'queries',
  'queries-cierre',
  'queries-importacion',
  'actions',
  'schemas',
  'schemas-cierre',
  'schemas-importacion',
  'schemas-respuestas',
  'rules',
  'rules-importacion',
  'query-options',
  'errors',
]);
/** What a room lends to the rooms above it: things that take the caller's transaction, and pure ones. */
const LENT = any(['steps', 'rules', 'errors', 'schemas', 'schemas-cierre']);
/** The machinery of writing, closed to whatever only shows. */
const WRITING = any(['audit', 'operacion', 'jobs', 'kv', 'mail']);
const BROWSER_ONLY = '(^|node_modules/)(next|next-auth|react|react-dom|server-only|client-only)(/|$)';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

// the last room may use all the others
const roomOrder = ROOM_ROWS.slice(0, -1).map((row, i) => {
  const notBelow = ROOM_ROWS.slice(i).flat();
  return rule(
    `room-order-${row[0]}`,
    `${row.join(', ')} may only use rooms of earlier rows`,
    { path: `^lib/(${row.join('|')})/`, pathNot: TEST },
    { path: `^lib/${any(notBelow)}/`, pathNot: '^lib/$1/' },
  );
});

/** @type {import('dependency-cruiser').IConfiguration & { forbidden: { name?: string }[] }} */
export default {
  forbidden: [
    rule(
      'show-never-db',
      'pages, routes and components ask a room, never the database',
      { path: '^(app|components)/', pathNot: TEST },
      { path: '^db/|node_modules/(postgres|drizzle-orm)/' },
    ),
    rule(
      'pages-use-what-rooms-show',
      'pages and components use queries, actions, schemas, rules, query options and errors; verbs are for routes',
      { path: '^(app/(?!api/)|components/)', pathNot: TEST },
      { path: `^lib/${ROOMS}/`, pathNot: `^lib/[^/]+/${SHOWN}${SOURCE}` },
    ),
    rule(
      'show-never-writes',
      'audit, idempotency, jobs and senders belong to verbs',
      { path: '^(app/(?!api/)|components/)', pathNot: TEST },
      { path: `^lib/${WRITING}(/|\\.ts$)` },
    ),
    rule(
      'routes-never-steps',
      'a route runs a verb or a query; steps need a transaction that it must not open',
      { path: '^app/api/', pathNot: TEST },
      { path: '^lib/[^/]+/steps\\.ts$' },
    ),
    rule(
      'components-never-pages',
      'components do not know the pages that use them',
      { path: '^components/', pathNot: TEST },
      { path: '^app/' },
    ),
    rule(
      'lib-never-shows',
      'rooms and plumbing do not know who shows them',
      { path: '^lib/' },
      { path: '^(app|components|workers)/' },
    ),
    rule(
      'rooms-know-no-transport',
      'a verb is the same for the counter, a REST client, the worker and a test',
      { path: `^lib/${ROOMS}/`, pathNot: `(${TEST}|/actions\\.ts$|/query-options\\.ts$)` },
      { path: BROWSER_ONLY },
    ),
    rule(
      'rooms-lend-steps',
      'another room is used through its steps, rules, errors and schemas (libro and kardex are nothing but steps)',
      // `mostrador` runs verbs: a fact is the verb itself, done by who signed it
      { path: `^lib/(${ROOM_ROWS.flat().join('|')})/`, pathNot: `(${TEST}|^lib/mostrador/)` },
      { path: `^lib/${ROOMS}/`, pathNot: `^lib/($1/|[^/]+/${LENT}${SOURCE}|(libro|kardex)/(?!queries|actions))` },
    ),
    ...roomOrder,
    rule(
      'rules-are-pure',
      'rules run in the browser too: no schema library, no database, no verb',
      { path: '^lib/[^/]+/rules\\.ts$' },
      { path: '^(db|lib)/|node_modules/', pathNot: '^lib/([^/]+/rules|money|quantity|time)\\.ts$' },
    ),
    rule(
      'db-knows-no-room',
      'tables and connections are below the rooms; only seeds run verbs',
      { path: '^db/', pathNot: '^db/seed/' },
      { path: `^(app|components|workers|lib/${ROOMS})/` },
    ),
    rule(
      'nothing-uses-tests',
      'the product does not depend on its tests',
      { path: '^(app|components|db|lib|workers)/', pathNot: TEST },
      { path: `^(tests|e2e)/|${TEST}` },
    ),
    rule(
      'whatsapp-library-in-its-worker',
      'the library of WhatsApp brings code under the GPL: only the process of WhatsApp loads it',
      { path: '^(app|components|db|lib|workers)/', pathNot: `${TEST}|^lib/whatsapp/baileys(-auth)?\\.ts$` },
      { path: '@whiskeysockets/baileys|node_modules/libsignal/' },
    ),
    rule(
      'whatsapp-transport-in-its-worker',
      'only the worker of WhatsApp is made with the library',
      { path: '^(app|components|db|lib|workers)/', pathNot: `${TEST}|^workers/whatsapp\\.ts$|^lib/whatsapp/baileys` },
      { path: '^lib/whatsapp/baileys' },
    ),
    rule(
      'no-part-cycles',
      'two parts that need each other are one part, or a third is missing',
      { path: `^(app|components|workers|lib/${ROOMS})/` },
      { circular: true },
    ),
    rule(
      'resolvable',
      'an import that leads nowhere',
      { path: '^(app|components|db|lib|workers)/' },
      { couldNotResolve: true, pathNot: '^(server-only|client-only|vitest|fast-check)' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // types bind parts as much as values do
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.next/|\\.build/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};

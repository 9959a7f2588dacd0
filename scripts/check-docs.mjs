import { checkDocs } from './checks/docs.mjs';
import { ROOT } from './launcher/options.mjs';

/** `npm run docs`: every path that a document names in backticks exists. */
const { documents, missing } = checkDocs(ROOT);
for (const one of missing) console.error(`${one} no existe`);
console.log(`${documents} documentos, ${missing.length} faltas`);
process.exitCode = missing.length > 0 ? 1 : 0;

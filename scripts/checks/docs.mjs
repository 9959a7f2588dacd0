import fs from 'node:fs';
import path from 'node:path';

/** Made by commands or by people, never part of the repository. */
const GENERATED = [
  '.git',
  'node_modules',
  '.next',
  '.build',
  '.tmp',
  '.datos',
  '.datos-demo',
  'test-results',
  'coverage',
];
const MODULE_ENDINGS = ['', '.ts', '.tsx', '.mjs', '.js', '/page.tsx', '/route.ts'];
const FILE_NAME = /^[\w.-]+\.(ts|tsx|mjs|cjs|js|json|md|sql|css|yml|yaml|html|csv|svg|example)$/;

/**
 * Every file and folder of a tree, by its path from there.
 * @param {string} base
 * @param {string} [under]
 * @returns {string[]}
 */
export function listTree(base, under = '') {
  return fs.readdirSync(path.join(base, under), { withFileTypes: true }).flatMap((entry) => {
    if (GENERATED.includes(entry.name)) return [];
    const where = path.posix.join(under, entry.name);
    return entry.isDirectory() ? [where, ...listTree(base, where)] : [where];
  });
}

/**
 * The paths of this repository that a text names in backticks. What starts like nothing here (a route, a command,
 * a package) is not one.
 * @param {string} text Markdown
 * @param {string[]} tree
 * @returns {string[]}
 */
export function pathsNamed(text, tree) {
  const top = new Set(tree.filter((where) => !where.includes('/')));
  const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');
  const tokens = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, token]) => (token ?? '').trim());
  return tokens
    .map((token) => token.replace(/^(@\/|\.\/)/, '').replace(/(:\d+|#.*|\/)$/, ''))
    .filter((token) => {
      if (/[\s"'=$|…]/.test(token) || token.startsWith('/')) return false;
      const [first] = token.split('/');
      return token.includes('/') ? top.has(first ?? '') : FILE_NAME.test(token);
    });
}

/**
 * Whether a named path exists. `*`, `**`, `{a,b}` and `<any>` stand for parts; a bare file name may be anywhere; a
 * module may be named without its ending.
 * @param {string} named
 * @param {string[]} tree
 */
export function pathExists(named, tree) {
  if (/[*{<]/.test(named)) {
    const pattern = new RegExp(`^${globSource(named)}$`);
    return tree.some((where) => pattern.test(where));
  }
  if (!named.includes('/')) return tree.some((where) => path.posix.basename(where) === named);
  return MODULE_ENDINGS.some((ending) => tree.includes(`${named}${ending}`));
}

/** @param {string} glob */
function globSource(glob) {
  return glob
    .replace(/[.+^$()|[\]\\]/g, '\\$&')
    .replace(/<[^>]+>/g, '*')
    .replace(/\{([^}]*)\}/g, (_, names) => `(${names.replaceAll(',', '|')})`)
    .replace(/\*\*\/?/g, '\0')
    .replaceAll('*', '[^/]*')
    .replaceAll('\0', '.*');
}

/**
 * The paths that the documents of a tree name and that are not there, as `document: path`.
 * @param {string} base
 */
export function checkDocs(base) {
  const tree = listTree(base);
  const documents = tree.filter((where) => where.endsWith('.md') && !where.startsWith('tests/fixtures/'));
  const missing = documents.flatMap((document) =>
    pathsNamed(fs.readFileSync(path.join(base, document), 'utf8'), tree)
      .filter((named) => !pathExists(named, tree))
      .map((named) => `${document}: ${named}`),
  );
  return { documents: documents.length, missing };
}

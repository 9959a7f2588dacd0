import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from '../launcher/options.mjs';

const PARTS = ['app', 'components', 'db', 'lib', 'workers'];
const CONFIG = path.join(ROOT, '.dependency-cruiser.mjs');

/** @typedef {{ rule: string, from: string, to: string }} Violation */

/**
 * Judges every import under `base` by the import table. It trusts nothing about the tool: too few modules, or an
 * import that a real TypeScript parser sees and the tool does not, is a failure too.
 * @param {string} base a tree with the layout of this repository
 * @returns {Promise<{ modules: number, violations: Violation[], unseen: string[] }>}
 * @throws {Error} nothing was read
 */
export async function checkBoundaries(base) {
  const parts = PARTS.filter((part) => fs.existsSync(path.join(base, part)));
  const { modules, summary } = parts.length > 0 ? cruise(base, parts) : { modules: [], summary: { violations: [] } };
  const own = modules.filter((module) => parts.some((part) => module.source.startsWith(`${part}/`)));
  if (own.length === 0) throw new Error(`dependency-cruiser no leyó ningún módulo de ${base}`);
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
  return { modules: own.length, violations, unseen: await unseenImports(base, own) };
}

/**
 * @param {string} base
 * @param {string[]} parts
 * @returns {{ modules: { source: string, dependencies: { module: string }[] }[],
 *   summary: { violations: { rule: { name: string }, from: string, to: string }[] } }}
 */
function cruise(base, parts) {
  const args = [
    path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config',
    CONFIG,
    '--output-type',
    'json',
    ...parts,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: base, encoding: 'utf8', maxBuffer: 1 << 28 });
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`dependency-cruiser falló: ${stderr || stdout}`);
  }
}

/**
 * The imports that swc finds in a module and the tool missed: it reads TypeScript with a forgiving JavaScript
 * parser (it does not know TypeScript 7), which a hard enough syntax could lead astray.
 * @param {string} base
 * @param {{ source: string, dependencies: { module: string }[] }[]} modules
 */
async function unseenImports(base, modules) {
  const { parse } = await import('@swc/core');
  const missing = await Promise.all(
    modules.map(async ({ source, dependencies }) => {
      if (!/\.tsx?$/.test(source)) return [];
      const text = fs.readFileSync(path.join(base, source), 'utf8');
      const tree = await parse(text, { syntax: 'typescript', tsx: source.endsWith('.tsx'), target: 'es2022' });
      const seen = new Set(dependencies.map((dependency) => dependency.module));
      return importsOf(tree.body)
        .filter((name) => !seen.has(name.replace(/^node:/, '')) && !seen.has(name))
        .map((name) => `${source} → ${name}`);
    }),
  );
  return missing.flat();
}

/**
 * Every module name in a syntax tree: imports, re-exports, `import()` and types by `import()`.
 * @param {unknown} node
 * @returns {string[]}
 */
function importsOf(node) {
  if (Array.isArray(node)) return node.flatMap(importsOf);
  if (node === null || typeof node !== 'object') return [];
  const { type, source, callee, argument, arguments: args } = /** @type {Record<string, any>} */ (node);
  const named = [];
  if (/^(Import|ExportAll|ExportNamed)Declaration$/.test(type) && source) named.push(source.value);
  if (type === 'CallExpression' && callee?.type === 'Import' && args[0]?.expression.type === 'StringLiteral') {
    named.push(args[0].expression.value);
  }
  if (type === 'TsImportType') named.push(argument.value);
  return [...named, ...Object.values(node).flatMap(importsOf)];
}

/**
 * Folders of lib that have the shape of a room and no place in the order of rooms.
 * @param {string} base
 */
export async function strangeRooms(base) {
  const { ROOM_ROWS } = await import(CONFIG);
  const shape = ['steps.ts', 'queries.ts', 'schemas.ts'];
  const folders = fs
    .readdirSync(path.join(base, 'lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory());
  return folders
    .map((entry) => entry.name)
    .filter((name) => !ROOM_ROWS.flat().includes(name))
    .filter((name) => shape.some((file) => fs.existsSync(path.join(base, 'lib', name, file))));
}

import fs from 'node:fs';
import path from 'node:path';
import { listTree } from './docs.mjs';

const MAX_LINES = 300;
const CODE = /\.(ts|tsx|mjs|cjs|js|css)$/;
const LONG_ALLOWED = /(^|\/)(tests|e2e)\/|\.test\.tsx?$|^db\/(migrations|seed)\//;
const UNFINISHED = /\b(TODO|FIXME)\b|@ts-(ignore|nocheck)|\b(it|test|describe)\.only\(|\bas any\b/;

/**
 * The rules no tool of ours knows: no download address in the lock file, no file that is two, nothing left half done.
 * @param {string} base
 * @returns {string[]} one sentence per fault
 */
export function checkHouse(base) {
  const code = listTree(base).filter((where) => CODE.test(where) && !where.startsWith('tests/fixtures/'));
  return [...lockFaults(base), ...code.flatMap((where) => fileFaults(base, where))];
}

/** @param {string} base */
function lockFaults(base) {
  const lock = fs.readFileSync(path.join(base, 'package-lock.json'), 'utf8');
  return /"resolved":\s*"http/.test(lock) ? ['package-lock.json guarda direcciones de descarga ("resolved")'] : [];
}

/**
 * @param {string} base
 * @param {string} where
 */
function fileFaults(base, where) {
  const lines = fs.readFileSync(path.join(base, where), 'utf8').trimEnd().split('\n');
  const faults = [];
  if (lines.length > MAX_LINES && !LONG_ALLOWED.test(where)) faults.push(`${where} tiene ${lines.length} líneas`);
  const half = lines.findIndex((line) => UNFINISHED.test(line));
  if (half >= 0 && !/^(scripts\/checks|tests\/scripts)\//.test(where))
    faults.push(`${where}:${half + 1} quedó a medias`);
  return faults;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from './manifest';

const PUBLIC = join(import.meta.dirname, '../public');
const PNG = '89504e470d0a1a0a';

/** What the file says of itself: the header of a PNG has its width and height. */
function medidas(src: string): string {
  const bytes = readFileSync(join(PUBLIC, src));
  expect(bytes.subarray(0, 8).toString('hex')).toBe(PNG);
  expect(bytes.subarray(12, 16).toString('latin1')).toBe('IHDR');
  return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
}

describe('the manifest', () => {
  const { name, short_name, start_url, scope, id, display, icons = [] } = manifest();

  it('says what a browser needs to install the counter in a window of its own', () => {
    expect([name, display, start_url, scope, id]).toEqual(['Kantuta POS', 'standalone', '/vender', '/', '/']);
    // What fits under an icon.
    expect(short_name?.length).toBeLessThanOrEqual(12);
    expect(start_url?.startsWith(scope ?? '')).toBe(true);
  });

  it('has icons that are the PNG of the size they say, with a large one, a small one and one to be cut', () => {
    for (const { src, sizes, type } of icons) {
      expect(type).toBe('image/png');
      expect(medidas(src)).toBe(sizes);
    }
    const enteros = icons.filter((i) => i.purpose === undefined || i.purpose.includes('any')).map((i) => i.sizes);
    expect(enteros).toEqual(expect.arrayContaining(['192x192', '512x512']));
    expect(icons.some((i) => i.purpose === 'maskable')).toBe(true);
  });

  it('starts within what the service worker answers for', () => {
    // Served from the root, and registered without a narrower scope.
    const registro = readFileSync(join(import.meta.dirname, '../components/offline/servicio.ts'), 'utf8');
    expect(registro).toMatch(/\.register\(`\/sw\.js\?/);
    expect(registro).not.toContain('scope:');
    const counter = /const AT_THE_COUNTER = \/(.+)\/;/.exec(readFileSync(join(PUBLIC, 'sw.js'), 'utf8'))?.[1] ?? '^$';
    expect(start_url).toMatch(new RegExp(counter));
  });
});

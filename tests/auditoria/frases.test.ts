import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FRASES, fraseDe, GRUPOS, nombreDeAccion } from '@/lib/auditoria/frases';

const CARPETAS = ['lib', 'workers', 'db/seed', 'app'];
const ESCRIBE = /\bemitAudit\(|\brevocar\w*\(|\bcerrarIngresos?\(|\baccion:/;
const LITERAL = /'([a-z][a-z_]*\.[a-z][a-z_]*)'/g;
/** Words with a point that are no act: names of files, of channels and of methods. */
const NO_ES_ACTO = /\.(ts|tsx|mjs|csv|json|css|png|html|txt|sql)$|^(auditoria|alerta)\.prueba$/;

/** Every act that the code writes in the trail, with the file that does. */
function emitidas(): Map<string, string> {
  const halladas = new Map<string, string>();
  for (const carpeta of CARPETAS) {
    for (const archivo of readdirSync(carpeta, { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(archivo) || /\.test\.tsx?$/.test(archivo) || carpeta + archivo === 'libauditoria/frases.ts')
        continue;
      const texto = readFileSync(path.join(carpeta, archivo), 'utf8');
      if (!ESCRIBE.test(texto)) continue;
      for (const [, accion = ''] of texto.matchAll(LITERAL)) {
        if (!NO_ES_ACTO.test(accion)) halladas.set(accion, path.join(carpeta, archivo));
      }
    }
  }
  return halladas;
}

describe('the acts of the trail', () => {
  const acciones = emitidas();

  it('are found in the code', () => {
    expect([...acciones.keys()]).toEqual(
      expect.arrayContaining([
        'venta.anular',
        'sesion.salir',
        'sesion.ingreso_fallido',
        'demo.cargada',
        'alerta.levantar',
      ]),
    );
  });

  it('all have a sentence, and a group to be filtered by', () => {
    const sin = [...acciones].filter(([accion]) => !Object.hasOwn(FRASES, accion));
    expect(sin.map(([accion, archivo]) => `${archivo}: ${accion}`)).toEqual([]);
    const grupos = new Set([...Object.keys(GRUPOS), 'demo', 'tienda', 'verificacion']);
    expect(Object.keys(FRASES).filter((accion) => !grupos.has(accion.split('.')[0] ?? ''))).toEqual([]);
  });
});

describe('fraseDe', () => {
  it('reads after the person’s name, and takes names as they are', () => {
    expect(fraseDe('venta.anular', 'C1-12')).toBe('anuló el ticket C1-12');
    expect(fraseDe('producto.crear', '$& {que} $1')).toBe('creó el producto $& {que} $1');
    expect(fraseDe('constructor', 'x')).toBe('hizo «constructor» en x');
    expect(nombreDeAccion('venta.anular')).toBe('Anuló el ticket');
    expect(nombreDeAccion('importacion.confirmar')).toBe('Confirmó la importación');
  });
});

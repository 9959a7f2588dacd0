import { expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { cargarDemo } from '@/db/seed/demo/cargar';
import { crearPrimerIngreso } from '@/db/seed/primer-ingreso';
import { ingresar } from '@/lib/auth/ingresar';

const ahora = new Date('2026-11-24T15:00:00Z');
const quien = { ahora, requestId: 'r', ip: null, dispositivo: null, bearer: null };

test('an empty database gets its first branch and an account that may do everything, once', async () => {
  const cuenta = await crearPrimerIngreso(ahora);
  expect(cuenta?.password).toMatch(/^[\w-]{16}$/);
  const { actor } = await ingresar(quien, cuenta, 'navegador');
  expect(actor.permisos.has('sucursal:todas')).toBe(true);
  const sucursales = await sqlClient()`select nombre from sucursal`;
  expect(sucursales).toEqual([{ nombre: 'Casa matriz' }]);

  expect(await crearPrimerIngreso(ahora)).toBeNull();
});

test('the demo is never loaded over a shop that exists', async () => {
  expect(await cargarDemo({ ahora, dias: 1 })).toEqual({ situacion: 'otros_datos', ventas: 0 });
  const productos = await sqlClient()`select 1 from producto`;
  expect(productos).toHaveLength(0);
});

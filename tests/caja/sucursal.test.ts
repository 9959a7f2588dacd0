import { expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { systemContext } from '@/lib/auth/system-context';
import { crearSucursal } from '@/lib/sucursal/crear';
import { listarSucursales } from '@/lib/sucursal/queries';
import { auditadas, MEDIODIA, persona, sucursalNueva } from './fixtures';

const sistema = systemContext({ ahora: MEDIODIA, idSucursal: 1 });

test('a branch is born with every account that its documents post to', async () => {
  const nueva = await crearSucursal(sistema, { nombre: 'Villa Adela', telefono: '', direccion: 'Av. Bolivia 12' });
  expect(nueva).toMatchObject({
    nombre: 'Villa Adela',
    telefono: null,
    direccion: 'Av. Bolivia 12',
    redondeo_efectivo: true,
  });
  const cuentas = await sqlClient()<{ codigo: string }[]>`
    select codigo from cuenta where id_sucursal = ${nueva.id} and saldo is null`;
  expect(cuentas.map((c) => c.codigo)).toEqual(
    expect.arrayContaining(['ventas', 'banco', 'faltante', 'sobrante', 'apertura'].map((c) => `${c}.S${nueva.id}`)),
  );
  expect(await auditadas('sucursal.crear', nueva.id)).toBe(1);
});

test('an administrator of one branch creates no other', async () => {
  const admin = await persona('Administrador', await sucursalNueva());
  await expect(crearSucursal(admin, { nombre: 'Sopocachi' })).rejects.toMatchObject({ status: 403 });
});

test('a repeated name is refused', async () => {
  await crearSucursal(sistema, { nombre: 'Río Seco' });
  await expect(crearSucursal(sistema, { nombre: 'Río Seco' })).rejects.toMatchObject({ code: 'nombre_repetido' });
});

test('each one lists where they may work', async () => {
  const idSucursal = await sucursalNueva();
  const cajera = await persona('Operador', idSucursal);
  const propietario = await persona('Propietario', idSucursal);
  expect((await listarSucursales(cajera)).map((s) => s.id)).toEqual([idSucursal]);
  expect((await listarSucursales(propietario)).length).toBeGreaterThan(1);
});

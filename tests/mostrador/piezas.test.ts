import { expect, it } from 'vitest';
import { abrirCaja } from '@/lib/caja/abrir';
import { cerrarCaja } from '@/lib/caja/cerrar';
import { piezasAlAbrir } from '@/lib/mostrador/queries';
import { AHORA, ctxDe, nuevaPersona, nuevaSucursal, nuevoTurno } from '../harness/factories';

it('a session opens with the pieces of the last count of its caja, when it found that very sum', async () => {
  const idSucursal = await nuevaSucursal();
  const { cajero, idCaja, idSesion } = await nuevoTurno(idSucursal, { saldo: 50.2 });
  const ctx = ctxDe(cajero);
  expect(await piezasAlAbrir(ctx, idSesion)).toBeNull();
  await cerrarCaja(ctx, { id: idSesion, monto_final_real: 50.2, denominaciones: { 20: 2, 10: 1, '0.1': 2 } });
  const manana = { ...ctx, ahora: new Date(AHORA.getTime() + 86_400_000) };
  const igual = await abrirCaja(manana, { id_caja: idCaja, monto_inicial: 50.2 });
  expect(await piezasAlAbrir(manana, igual.id)).toEqual({ 2000: 2, 1000: 1, 10: 2 });
  await cerrarCaja(manana, { id: igual.id, monto_final_real: 50.2, denominaciones: { 50: 1, '0.2': 1 } });
  const otra = await abrirCaja(manana, { id_caja: idCaja, monto_inicial: 40, motivo: 'El dueño sacó' });
  expect(await piezasAlAbrir(manana, otra.id)).toBeNull();
  const almacenero = await nuevaPersona('Almacenero', idSucursal);
  await expect(piezasAlAbrir(ctxDe(almacenero), igual.id)).rejects.toMatchObject({ code: 'sin_permiso' });
});

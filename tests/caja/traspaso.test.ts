import { describe, expect, test } from 'vitest';
import { sqlClient } from '@/db';
import { aprobar } from '@/lib/aprobacion/aprobar';
import { RequiereAprobacionError } from '@/lib/aprobacion/errors';
import { pedirAprobacion } from '@/lib/aprobacion/pedir';
import { contarCaja } from '@/lib/caja/contar';
import { editarCaja } from '@/lib/caja/editar';
import { balanceSesion } from '@/lib/caja/queries';
import { cajasFuertes, listarTraspasos } from '@/lib/traspaso/queries';
import { traspasar } from '@/lib/traspaso/traspasar';
import { verificar } from '@/lib/verificacion/verificar';
import { auditadas, conClave, persona, saldoDe, sucursalNueva, sumaCuenta, tiendaAbierta } from './fixtures';

const fuerte = (idSucursal: number) => sumaCuenta(`caja_fuerte.S${idSucursal}`);
const banco = (idSucursal: number) => sumaCuenta(`banco.S${idSucursal}`);

describe('traspasar', () => {
  test('drawer, safe and bank: the money changes place, nothing is earned nor spent, the pockets still add up', async () => {
    const { idSucursal, admin, cajera, caja, sesion } = await tiendaAbierta(1000);
    const en = { id_sesion_caja: sesion.id };
    const alaFuerte = await traspasar(cajera, {
      ...en,
      origen: 'GAVETA',
      destino: 'CAJA_FUERTE',
      monto: 600,
      nota: 'Bolsa 12',
    });
    expect(alaFuerte).toMatchObject({ monto: 600, nota: 'Bolsa 12', caja: caja.nombre, usuario: cajera.actor.nombre });
    await traspasar(admin, { ...en, origen: 'CAJA_FUERTE', destino: 'GAVETA', monto: 50 });
    await traspasar(cajera, { ...en, origen: 'GAVETA', destino: 'BANCO', monto: 150.5 });
    await traspasar(admin, { origen: 'CAJA_FUERTE', destino: 'BANCO', monto: 200 });
    await traspasar(admin, { origen: 'BANCO', destino: 'CAJA_FUERTE', monto: 20 });
    expect(await saldoDe(caja.id)).toBe(29_950);
    expect([await fuerte(idSucursal), await banco(idSucursal)]).toEqual([37_000, 33_050]);
    const [otras] = await sqlClient()`
      select count(*)::int as n from partida p join asiento a on a.id = p.id_asiento join cuenta c on c.id = p.id_cuenta
      where a.tipo_documento = 'traspaso_caja' and a.id_sucursal = ${idSucursal} and c.tipo <> 'activo'`;
    expect(otras?.n).toBe(0);
    const { bolsillos, monto_final_teorico, ingresos, egresos } = await balanceSesion(admin, { id: sesion.id });
    expect([bolsillos.fondo, monto_final_teorico, ingresos, egresos]).toEqual([299.5, 299.5, 0, 0]);
    expect(await auditadas('caja.traspaso', alaFuerte.id)).toBe(1);
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test('more than the drawer or the safe hold is refused without a figure, and leaves nothing', async () => {
    const { idSucursal, admin, caja, sesion } = await tiendaAbierta(87.4);
    const en = { id_sesion_caja: sesion.id };
    const deMas = [
      [{ ...en, origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 87.5 }, /gaveta/],
      [{ ...en, origen: 'CAJA_FUERTE', destino: 'GAVETA', monto: 0.1 }, /caja fuerte/],
      [{ origen: 'CAJA_FUERTE', destino: 'BANCO', monto: 0.1 }, /caja fuerte/],
    ] as const;
    for (const [raw, donde] of deMas) {
      const rechazo = await traspasar(admin, raw).catch((e: unknown) => e);
      expect(rechazo).toMatchObject({ status: 409, code: 'saldo_insuficiente', message: expect.stringMatching(donde) });
      expect(String(rechazo)).not.toMatch(/\d/);
    }
    expect([await saldoDe(caja.id), await fuerte(idSucursal)]).toEqual([8740, 0]);
    expect(await sqlClient()`select 1 from traspaso_caja where id_sucursal = ${idSucursal}`).toHaveLength(0);
  });

  test('what leaves the safe waits for a superior; what a cashier puts in it never does; to the bank, within the cap', async () => {
    const { admin, cajera, sesion, idSucursal } = await tiendaAbierta(2000);
    const en = { id_sesion_caja: sesion.id };
    await traspasar(cajera, { ...en, origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 1500 });
    await expect(traspasar(cajera, { ...en, origen: 'GAVETA', destino: 'BANCO', monto: 200.1 })).rejects.toBeInstanceOf(
      RequiereAprobacionError,
    );
    const raw = { ...en, origen: 'CAJA_FUERTE', destino: 'GAVETA', monto: 100, nota: 'Cambio en monedas' };
    const rechazo = await traspasar(cajera, raw).catch((e: unknown) => e);
    if (!(rechazo instanceof RequiereAprobacionError)) throw rechazo;
    const id = rechazo.detalle?.id_aprobacion ?? 0;
    await pedirAprobacion(cajera, { id, motivo: 'Se acabó el sencillo' });
    await aprobar(admin, { id });
    expect(await traspasar(cajera, raw)).toMatchObject({
      monto: 100,
      aprobaciones: [{ aprobador: admin.actor.nombre }],
    });
    expect(await fuerte(idSucursal)).toBe(140_000);
    await expect(traspasar(cajera, { origen: 'CAJA_FUERTE', destino: 'BANCO', monto: 1 })).rejects.toMatchObject({
      status: 403,
    });
    expect(await verificar(sqlClient())).toEqual([]);
  });

  test("the caja's own limit holds who does not set it", async () => {
    const { admin, cajera, caja, sesion } = await tiendaAbierta(500);
    await editarCaja(admin, { id: caja.id, egreso_maximo: 50 });
    const raw = { id_sesion_caja: sesion.id, origen: 'GAVETA', destino: 'BANCO', monto: 60 };
    await expect(traspasar(cajera, raw)).rejects.toBeInstanceOf(RequiereAprobacionError);
    await expect(traspasar(admin, raw)).resolves.toMatchObject({ monto: 60 });
  });

  test.each([
    [{ origen: 'GAVETA', destino: 'GAVETA' }, /otro lugar/],
    [{ origen: 'GAVETA', destino: 'BANCO', id_sesion_caja: null }, /qué caja/],
    [{ origen: 'CAJA_FUERTE', destino: 'BANCO' }, /ninguna caja/],
    [{ monto: 0.09 }, /0,10/],
    [{ origen: 'BOLSILLO' }, /GAVETA/],
  ])('refuses %j', async (parte, frase) => {
    const { admin, sesion } = await tiendaAbierta();
    const raw = { origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 1, id_sesion_caja: sesion.id, ...parte };
    await expect(traspasar(admin, raw)).rejects.toThrow(frase);
  });

  test('the owner, who only looks, may not; nor into a drawer that is counted; of another branch it does not exist', async () => {
    const { idSucursal, cajera, sesion } = await tiendaAbierta(100);
    const raw = { origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 1, id_sesion_caja: sesion.id };
    await expect(traspasar(await persona('Propietario', idSucursal), raw)).rejects.toMatchObject({ status: 403 });
    const lejana = await persona('Administrador', await sucursalNueva());
    await expect(traspasar(lejana, raw)).rejects.toMatchObject({ status: 404 });
    await contarCaja(cajera, { id: sesion.id });
    await expect(traspasar(cajera, raw)).rejects.toMatchObject({ code: 'sesion_contando' });
  });

  test('sent twice with its key, the cash moves once', async () => {
    const { cajera, caja, sesion } = await tiendaAbierta(100);
    const ctx = conClave(cajera);
    const raw = { origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 30, id_sesion_caja: sesion.id };
    const primera = await traspasar(ctx, raw);
    expect(await traspasar(ctx, raw)).toEqual(primera);
    expect(await saldoDe(caja.id)).toBe(7000);
    await expect(traspasar(ctx, { ...raw, monto: 31 })).rejects.toMatchObject({ code: 'clave_reutilizada' });
  });

  test('at once, the safe never goes under zero', async () => {
    const { idSucursal, admin, sesion } = await tiendaAbierta(100);
    await traspasar(admin, { origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 100, id_sesion_caja: sesion.id });
    const sacar = () => traspasar(conClave(admin), { origen: 'CAJA_FUERTE', destino: 'BANCO', monto: 30 });
    const hechos = (await Promise.allSettled([sacar(), sacar(), sacar(), sacar(), sacar()])).filter(
      (r) => r.status === 'fulfilled',
    );
    expect([hechos.length, await fuerte(idSucursal)]).toEqual([3, 1000]);
  });
});

describe('who sees what', () => {
  test('the safe, who has the right; the transfers of their own drawers, everybody', async () => {
    const { idSucursal, admin, cajera, sesion } = await tiendaAbierta(100);
    const otra = await persona('Operador', idSucursal);
    await traspasar(cajera, { origen: 'GAVETA', destino: 'CAJA_FUERTE', monto: 40, id_sesion_caja: sesion.id });
    await traspasar(admin, { origen: 'CAJA_FUERTE', destino: 'BANCO', monto: 10 });
    await expect(cajasFuertes(cajera)).rejects.toMatchObject({ status: 403 });
    expect(await cajasFuertes(admin)).toMatchObject([{ id_sucursal: idSucursal, saldo: 30 }]);
    const de = async (quien: typeof admin) => (await listarTraspasos(quien)).items.map((t) => t.monto);
    expect(await de(admin)).toEqual([10, 40]);
    expect(await de(cajera)).toEqual([40]);
    expect(await de(otra)).toEqual([]);
    expect(await de(await persona('Administrador', await sucursalNueva()))).toEqual([]);
    const primera = await listarTraspasos(admin, { limite: '1' });
    const segunda = await listarTraspasos(admin, { limite: '1', cursor: primera.meta.nextCursor });
    expect([primera.items[0]?.monto, segunda.items[0]?.monto, segunda.meta.nextCursor]).toEqual([10, 40, null]);
  });
});

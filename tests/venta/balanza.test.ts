import { beforeAll, describe, expect, it } from 'vitest';
import { listarSucursales } from '@/lib/sucursal/queries';
import { configurarBalanza } from '@/lib/venta/configurar-balanza';
import { ctxDe, nuevaPersona, nuevaSucursal } from '../harness/factories';

let idSucursal: number;
beforeAll(async () => {
  idSucursal = await nuevaSucursal();
});

describe('configurarBalanza', () => {
  it('changes how the labels of that branch are read, and no other’s', async () => {
    const jefe = ctxDe(await nuevaPersona('Administrador', idSucursal));
    const dueno = ctxDe(await nuevaPersona('Superadministrador', idSucursal));
    const formatos = ['20AAAAAPPPPPC', '21AAAAAIIIIIC'];
    await configurarBalanza(jefe, { formatos });
    await configurarBalanza(jefe, { formatos });
    const todas = await listarSucursales(dueno);
    expect(todas.find((s) => s.id === idSucursal)?.formatos_balanza).toEqual(formatos);
    expect(todas.filter((s) => s.id !== idSucursal).flatMap((s) => s.formatos_balanza)).toEqual([]);
  });

  it('is refused to who may not, and when a format is none or two start alike', async () => {
    const cajero = ctxDe(await nuevaPersona('Operador', idSucursal));
    await expect(configurarBalanza(cajero, { formatos: [] })).rejects.toMatchObject({ code: 'sin_permiso' });
    const jefe = ctxDe(await nuevaPersona('Administrador', idSucursal));
    for (const formatos of [['30AAAAAPPPPPC'], ['20AAAAAPPPPPC', '20AAAAAIIIIIC']]) {
      await expect(configurarBalanza(jefe, { formatos })).rejects.toThrow();
    }
  });
});

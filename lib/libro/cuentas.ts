import type { Tx } from '@/db/transaction';

/** The accounts every branch has. `banco` is the shop's own bank account, where QR and transfers arrive. */
const CUENTAS_DE_SUCURSAL = {
  banco: { nombre: 'Banco propio', tipo: 'activo' },
  inventario: { nombre: 'Inventario', tipo: 'activo' },
  capital: { nombre: 'Capital', tipo: 'patrimonio' },
  ventas: { nombre: 'Ventas', tipo: 'ingreso' },
  costo: { nombre: 'Costo de ventas', tipo: 'gasto' },
  redondeo: { nombre: 'Redondeo de efectivo', tipo: 'ingreso' },
  sobrante: { nombre: 'Sobrantes de caja', tipo: 'ingreso' },
  faltante: { nombre: 'Faltantes de caja', tipo: 'gasto' },
  apertura: { nombre: 'Diferencias de apertura', tipo: 'gasto' },
  ingresos_varios: { nombre: 'Ingresos varios', tipo: 'ingreso' },
  egresos_varios: { nombre: 'Egresos varios', tipo: 'gasto' },
  diferencia_inventario: { nombre: 'Diferencias de inventario', tipo: 'gasto' },
  iva: { nombre: 'IVA por pagar (reservada)', tipo: 'pasivo' },
} as const;

/** The name of an account that every branch has. */
export type CuentaDeSucursal = keyof typeof CUENTAS_DE_SUCURSAL;

/** The code of a branch's own account, `ventas.S1`. */
export function cuentaDe(nombre: CuentaDeSucursal, idSucursal: number): string {
  return `${nombre}.S${idSucursal}`;
}

/** The code of a drawer's cash account, `gaveta.C3`. */
export function cuentaGaveta(idCaja: number): string {
  return `gaveta.C${idCaja}`;
}

/** Opens the accounts of a new branch; those that exist are left as they are. */
export async function abrirCuentasDeSucursal(tx: Tx, idSucursal: number): Promise<void> {
  const filas = Object.entries(CUENTAS_DE_SUCURSAL).map(([nombre, cuenta]) => ({
    codigo: cuentaDe(nombre as CuentaDeSucursal, idSucursal),
    ...cuenta,
  }));
  await tx.sql`
    insert into cuenta (codigo, nombre, tipo, id_sucursal)
    select x.codigo, x.nombre, x.tipo, ${idSucursal}::int
    from jsonb_to_recordset(${JSON.stringify(filas)}::text::jsonb) as x(codigo text, nombre text, tipo text)
    on conflict (codigo) do nothing`;
}

/** Opens the cash account of a new caja: balance kept, never under zero. */
export async function abrirCuentaGaveta(
  tx: Tx,
  caja: { id: number; nombre: string; idSucursal: number },
): Promise<void> {
  await tx.sql`
    insert into cuenta (codigo, nombre, tipo, id_sucursal, id_caja, saldo, saldo_minimo)
    values (${cuentaGaveta(caja.id)}, ${`Gaveta ${caja.nombre}`}, 'activo', ${caja.idSucursal}, ${caja.id}, 0, 0)`;
}

import type { Tx } from '@/db/transaction';

type CuentaNueva = { nombre: string; tipo: string; minimo?: number; externa?: 'banco' };

/**
 * The accounts every branch has. `banco` is the shop's own bank account, where QR and transfers arrive. One with `minimo`
 * keeps its balance and never goes under it; one with `externa` has its balance in an app too, which a close may compare.
 */
const CUENTAS_DE_SUCURSAL = {
  caja_fuerte: { nombre: 'Caja fuerte', tipo: 'activo', minimo: 0 },
  banco: { nombre: 'Banco propio', tipo: 'activo', externa: 'banco' },
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
  diferencia_costo: { nombre: 'Diferencias de costo', tipo: 'gasto' },
  merma: { nombre: 'Mermas', tipo: 'gasto' },
  consumo: { nombre: 'Consumo propio', tipo: 'gasto' },
  vencido: { nombre: 'Mercadería vencida', tipo: 'gasto' },
  transito: { nombre: 'Mercadería en tránsito', tipo: 'activo' },
  iva: { nombre: 'IVA por pagar (reservada)', tipo: 'pasivo' },
} as const satisfies Record<string, CuentaNueva>;

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
    insert into cuenta (codigo, nombre, tipo, id_sucursal, saldo, saldo_minimo, externa)
    select x.codigo, x.nombre, x.tipo, ${idSucursal}::int, case when x.minimo is not null then 0 end, x.minimo, x.externa
    from jsonb_to_recordset(${JSON.stringify(filas)}::text::jsonb)
      as x(codigo text, nombre text, tipo text, minimo bigint, externa text)
    on conflict (codigo) do nothing`;
}

/** A reason for moving cash by hand, as far as its account goes. */
export type MotivoConCuenta = {
  id: number;
  tipo: 'INGRESO' | 'EGRESO';
  nombre: string;
  tipoCuenta: string;
  general: boolean;
};

/** The code of a reason's account in a branch: `motivo_7.S1`; the general ones are accounts that every branch has. */
export function cuentaMotivo(motivo: Pick<MotivoConCuenta, 'id' | 'tipo' | 'general'>, idSucursal: number): string {
  if (!motivo.general) return `motivo_${motivo.id}.S${idSucursal}`;
  return cuentaDe(motivo.tipo === 'INGRESO' ? 'ingresos_varios' : 'egresos_varios', idSucursal);
}

/** Opens a reason's account in a branch the first time it is used there. Its code. */
export async function abrirCuentaMotivo(tx: Tx, motivo: MotivoConCuenta, idSucursal: number): Promise<string> {
  const codigo = cuentaMotivo(motivo, idSucursal);
  if (!motivo.general) {
    await tx.sql`
      insert into cuenta (codigo, nombre, tipo, id_sucursal) values (${codigo}, ${motivo.nombre}, ${motivo.tipoCuenta}, ${idSucursal})
      on conflict (codigo) do nothing`;
  }
  return codigo;
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

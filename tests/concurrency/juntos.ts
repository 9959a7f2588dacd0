import { expect } from 'vitest';
import { sqlClient } from '@/db';
import { AppError } from '@/lib/errors';
import { verificar } from '@/lib/verificacion/verificar';

/** What came of many at once: the answers and the codes of the refusals. Anything unexpected (a deadlock, a 500) is thrown. */
export async function todosJuntos<T>(
  actos: readonly (() => Promise<T>)[],
): Promise<{ hechos: T[]; rechazos: string[] }> {
  const hechos: T[] = [];
  const rechazos: string[] = [];
  const fallas: unknown[] = [];
  await Promise.all(
    actos.map(async (acto) => {
      try {
        hechos.push(await acto());
      } catch (error) {
        if (error instanceof AppError) rechazos.push(error.code);
        else fallas.push(error);
      }
    }),
  );
  if (fallas.length > 0) throw new AggregateError(fallas, `${fallas.length} unexpected failures: ${fallas[0]}`);
  return { hechos, rechazos };
}

/** How many times each value appears. */
export function contar(valores: readonly string[]): Record<string, number> {
  const cuenta: Record<string, number> = {};
  for (const valor of valores) cuenta[valor] = (cuenta[valor] ?? 0) + 1;
  return cuenta;
}

/** Every balance and invariant of the base agrees. */
export async function todoCuadra(): Promise<void> {
  expect(await verificar(sqlClient())).toEqual([]);
}

/** What a drawer's account holds, in centavos. */
export async function gaveta(idCaja: number): Promise<number> {
  const [cuenta] = await sqlClient()<{ saldo: number }[]>`select saldo from cuenta where id_caja = ${idCaja}`;
  if (!cuenta) throw new Error(`caja ${idCaja} has no account`);
  return cuenta.saldo;
}

/** What a branch has of a product, in thousandths. */
export async function existencia(idProducto: number, idSucursal: number): Promise<number> {
  const [fila] = await sqlClient()<{ cantidad: number }[]>`
    select cantidad from existencia where id_producto = ${idProducto} and id_sucursal = ${idSucursal}`;
  return fila?.cantidad ?? 0;
}

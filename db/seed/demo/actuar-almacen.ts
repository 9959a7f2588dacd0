import type { Context } from '@/lib/context';
import { abrirConteo } from '@/lib/inventario/abrir-conteo';
import { aplicarConteo } from '@/lib/inventario/aplicar-conteo';
import { contarProducto } from '@/lib/inventario/contar';
import { enviarTransferencia } from '@/lib/inventario/enviar-transferencia';
import { recibirTransferencia } from '@/lib/inventario/recibir-transferencia';
import { registrarEntrada } from '@/lib/inventario/registrar-entrada';
import { registrarSalida } from '@/lib/inventario/registrar-salida';
import { solicitarTransferencia } from '@/lib/inventario/solicitar-transferencia';
import { jsonDeCentavos } from '@/lib/money';
import { jsonDeMilesimas } from '@/lib/quantity';
import type { Cantidad, HechoDeAlmacen } from './actos';
import { claveDe } from './azar';
import type { Mundo } from './mundo';

type ActoDeAlmacen = { nombre: string; hecho: HechoDeAlmacen };

/** Does an act of the stock room by its verbs. Each has a key that comes from the act's name, so that all of it happens once. */
export async function actuarEnAlmacen(mundo: Mundo, ctx: Context, { nombre, hecho }: ActoDeAlmacen): Promise<void> {
  switch (hecho.tipo) {
    case 'entrada': {
      const { motivo, proveedor } = hecho;
      const lineas = hecho.lineas.map((l) => ({
        ...lineaDe(mundo, l),
        ...(l.costo !== undefined && { costo_unitario: jsonDeCentavos(l.costo) }),
      }));
      await registrarEntrada(ctx, { motivo, proveedor, lineas });
      return;
    }
    case 'salida': {
      const { salida: tipo, motivo } = hecho;
      await registrarSalida(ctx, { tipo, motivo, lineas: hecho.lineas.map((l) => lineaDe(mundo, l)) });
      return;
    }
    case 'conteo':
      return contar(mundo, ctx, nombre, hecho);
    case 'pedir': {
      const lineas = hecho.lineas.map((l) => lineaDe(mundo, l));
      const pedido = { id_origen: mundo.sucursales[hecho.de], nota: hecho.nota, lineas };
      mundo.transferencias.set(nombre, (await solicitarTransferencia(ctx, pedido)).id);
      return;
    }
    case 'enviar': {
      const lineas = hecho.lineas.map((l) => lineaDe(mundo, l));
      await enviarTransferencia(ctx, { id: transferenciaDe(mundo, hecho.pedido), lineas });
      return;
    }
    case 'recibir': {
      const lineas = hecho.lineas.map((l) => ({
        id_producto: mundo.productos[l.producto],
        recibida: jsonDeMilesimas(l.recibida),
        perdida: jsonDeMilesimas(l.perdida),
        ...(l.perdida > 0 && { causa: l.causa, explicacion: l.explicacion }),
      }));
      await recibirTransferencia(ctx, { id: transferenciaDe(mundo, hecho.pedido), nota: hecho.nota, lineas });
    }
  }
}

type Conteo = Extract<HechoDeAlmacen, { tipo: 'conteo' }>;

async function contar(mundo: Mundo, ctx: Context, nombre: string, c: Conteo): Promise<void> {
  const paso = (cual: string): Context => ({ ...ctx, clave: claveDe(`${nombre}/${cual}`) });
  const alcance = c.categoria === null ? {} : { id_categoria: mundo.categorias.get(c.categoria) };
  const abierto = { alcance: c.categoria === null ? 'LIBRE' : 'CATEGORIA', nota: c.nota, ...alcance };
  const { id } = await abrirConteo(paso('abrir'), abierto);
  for (const l of c.lineas) await contarProducto(paso(`contar/${l.producto}`), { id, ...lineaDe(mundo, l) });
  if (c.aplica) await aplicarConteo(ctx, { id });
}

const lineaDe = (mundo: Mundo, { producto, cantidad }: Cantidad) => ({
  id_producto: mundo.productos[producto],
  cantidad: jsonDeMilesimas(cantidad),
});

function transferenciaDe(mundo: Mundo, pedido: string): number {
  const id = mundo.transferencias.get(pedido);
  if (id === undefined) throw new Error(`transfer ${pedido} was not asked for`);
  return id;
}

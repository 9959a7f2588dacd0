import { abrirCaja } from '@/lib/caja/abrir';
import { registrarMovimiento } from '@/lib/caja/registrar-movimiento';
import { relevarCaja } from '@/lib/caja/relevar';
import type { Context } from '@/lib/context';
import { jsonDeCentavos } from '@/lib/money';
import { editarProducto } from '@/lib/producto/editar';
import { jsonDeMilesimas } from '@/lib/quantity';
import { traspasar } from '@/lib/traspaso/traspasar';
import { anularVenta } from '@/lib/venta/anular';
import { cobrarVenta } from '@/lib/venta/cobrar';
import { editarPagoVenta } from '@/lib/venta/editar-pago';
import type { Acto, Hecho } from './actos';
import { actuarEnAlmacen } from './actuar-almacen';
import { actuarAlCierre } from './actuar-cierre';
import { conPermisoDelDueno } from './aprobar';
import { contextoDe, type Mundo } from './mundo';
import { type ClaveCaja, PIN_DE_DEMO } from './tienda';

/** Does an act by its verb, as a client would ask for it, with the owner's word when it needs it. Throws whatever the verb refuses. */
export async function actuar(mundo: Mundo, acto: Acto): Promise<void> {
  await conPermisoDelDueno(mundo, contextoDe(mundo, acto), (ctx) => hacer(mundo, ctx, acto));
}

async function hacer(mundo: Mundo, ctx: Context, acto: Acto): Promise<void> {
  const { hecho } = acto;
  switch (hecho.tipo) {
    case 'abrir': {
      const sesion = await abrirCaja(ctx, {
        id_caja: mundo.cajas[hecho.caja],
        ...(hecho.contado !== undefined && { monto_inicial: jsonDeCentavos(hecho.contado), motivo: hecho.motivo }),
      });
      mundo.sesiones.set(hecho.caja, sesion.id);
      return;
    }
    case 'mover':
      await registrarMovimiento(ctx, {
        tipo: hecho.sentido,
        monto: jsonDeCentavos(hecho.monto),
        motivo: hecho.motivo,
        id_motivo: mundo.motivos.get(hecho.deLista),
        id_sesion_caja: sesionDe(mundo, hecho.caja),
      });
      return;
    case 'traspasar':
      await traspasar(ctx, {
        origen: hecho.origen,
        destino: hecho.destino,
        monto: jsonDeCentavos(hecho.monto),
        nota: hecho.nota,
        id_sesion_caja: hecho.caja && sesionDe(mundo, hecho.caja),
      });
      return;
    case 'relevar': {
      const { abierta } = await relevarCaja(ctx, {
        id: sesionDe(mundo, hecho.caja),
        id_usuario: mundo.actores[hecho.recibe].idUsuario,
        pin: PIN_DE_DEMO,
        monto: jsonDeCentavos(hecho.recuento),
      });
      mundo.sesiones.set(hecho.caja, abierta.id);
      return;
    }
    case 'cerrar':
    case 'recontar':
    case 'revisar':
    case 'anotar':
    case 'resolver':
      return actuarAlCierre(mundo, ctx, sesionDe(mundo, hecho.caja), hecho);
    case 'vender':
      mundo.ventas.set(acto.nombre, await vender(mundo, ctx, hecho));
      return;
    case 'anular':
      await anularVenta(ctx, { id: ventaDe(mundo, hecho.venta), motivo_edicion: hecho.motivo });
      return;
    case 'corregir_pago': {
      const { metodo, motivo } = hecho;
      await editarPagoVenta(ctx, {
        id: ventaDe(mundo, hecho.venta),
        metodo_pago: metodo,
        motivo_edicion: motivo,
      });
      return;
    }
    case 'precio': {
      const precio_venta = jsonDeCentavos(hecho.precio);
      await editarProducto(ctx, { id: mundo.productos[hecho.producto], precio_venta });
      return;
    }
    default:
      await actuarEnAlmacen(mundo, ctx, { nombre: acto.nombre, hecho });
  }
}

async function vender(mundo: Mundo, ctx: Context, v: Extract<Hecho, { tipo: 'vender' }>): Promise<number> {
  const { id } = await cobrarVenta(ctx, {
    id_sesion_caja: sesionDe(mundo, v.caja),
    pagos: v.cobro.pagos.map((p) => ({ ...p, monto: jsonDeCentavos(p.monto) })),
    recibido: v.cobro.recibido === null ? null : jsonDeCentavos(v.cobro.recibido),
    detalles: v.lineas.map((l) => ({
      id_producto: mundo.productos[l.producto],
      cantidad: jsonDeMilesimas(l.cantidad),
      precio_unitario: jsonDeCentavos(l.precio),
      descuento: jsonDeCentavos(l.descuento),
    })),
  });
  return id;
}

function sesionDe(mundo: Mundo, caja: ClaveCaja): number {
  const id = mundo.sesiones.get(caja);
  if (id === undefined) throw new Error(`${caja} is not open`);
  return id;
}

function ventaDe(mundo: Mundo, nombre: string): number {
  const id = mundo.ventas.get(nombre);
  if (id === undefined) throw new Error(`ticket ${nombre} was not sold`);
  return id;
}

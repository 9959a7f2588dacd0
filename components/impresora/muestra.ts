import { imprimirVenta } from '@/components/venta/imprimir';
import { direccionPublica } from '@/lib/direccion-publica';
import type { Ajustes } from '@/lib/impresora/ajustes';
import type { VentaDto } from '@/lib/venta/schemas';

/** A test print: by the printer's own language, its letters; by the system, a receipt that is nobody's. Throws ImpresoraError. */
export async function imprimirMuestra(ajustes: Ajustes): Promise<void> {
  if (ajustes.salida === 'sistema') {
    await imprimirVenta(ventaDeMuestra(), { copia: null, ajustes });
    return;
  }
  const { imprimirPrueba } = await import('@/lib/impresora/impresora');
  await imprimirPrueba(ajustes, direccionPublica());
}

function ventaDeMuestra(): VentaDto {
  const cuando = new Date().toISOString();
  const comunes = { estado: true, id_user_create: null, id_user_update: null, created_at: cuando, updated_at: cuando };
  return {
    id: 0,
    serie: 'PRUEBA',
    numero: 1,
    total: 22.5,
    descuento: 0,
    redondeo: 0,
    recibido: 50,
    vuelto: 27.5,
    metodo_pago: 'EFECTIVO',
    pagos: [{ metodo: 'EFECTIVO', monto: 22.5, referencia: null }],
    fecha: cuando,
    id_sesion_caja: 0,
    id_sucursal: 0,
    id_usuario: 0,
    cajero: 'Prueba de impresora',
    caja: 'Este equipo',
    sucursal: {
      id: 0,
      nombre: 'Prueba de impresora',
      direccion: 'No es un ticket',
      telefono: null,
      texto_encabezado: null,
      texto_pie: null,
      dias_devolucion: 0,
    },
    cliente: null,
    token_recibo: null,
    copias: 0,
    estado_venta: 'COMPLETADA',
    motivo_edicion: null,
    fecha_modificacion: null,
    nota: null,
    detalles: [
      {
        id: 1,
        id_venta: 0,
        id_producto: 0,
        nombre: 'Ñandú, café y azúcar',
        unidad: 'unidad',
        id_presentacion: null,
        presentacion: null,
        factor: 1,
        cantidad: 3,
        precio_unitario: 7.5,
        descuento: 0,
        subtotal: 22.5,
        nota: null,
        ...comunes,
      },
    ],
    aprobaciones: [],
    ...comunes,
  };
}

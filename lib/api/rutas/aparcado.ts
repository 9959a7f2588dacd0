import { z } from 'zod';
import { Aparcado, AparcadoTomado } from '@/lib/api/modelos/aparcado';
import { rutasDe } from '@/lib/api/ruta';
import {
  AparcadoInput,
  type AparcadoTomadoDto,
  AparcarTicketInput,
  ListarAparcadosQuery,
} from '@/lib/venta/aparcado-schemas';

const ruta = rutasDe('ventas');
const permisos = ['venta:cobrar'] as const;
const CLAVE = '0b6f2c1e-6f0d-4a55-9d0e-3a1f5f9f2c11';

const EN_ESPERA = {
  id: 12,
  clave: CLAVE,
  etiqueta: 'Doña Marta',
  lineas: 1,
  total: 15,
  cajero: 'Rosa Mamani',
  caja: 'Caja 1',
  fecha: '2026-11-20T14:05:00.000Z',
} as const;

const RETOMADO = {
  ...EN_ESPERA,
  contenido: {
    lineas: [
      {
        id_producto: 27,
        producto_nuevo: null,
        id_presentacion: null,
        cantidad: 2,
        descuento: null,
        cambio_precio: null,
        nota: null,
      },
    ],
    descuento: null,
    nota: null,
    id_cliente: null,
  },
} as const satisfies z.input<typeof AparcadoTomado> & Omit<AparcadoTomadoDto, 'contenido'>;

export const RUTAS_APARCADO = [
  ruta({
    metodo: 'GET',
    camino: '/ventas/aparcados',
    resumen: 'Los tickets en espera de la sucursal, los más viejos primero',
    entrada: ListarAparcadosQuery,
    salida: z.array(Aparcado),
    permisos,
    lista: { sinLimite: 'todo', total: 'siempre' },
    ejemplo: { pedido: { buscar: 'marta' }, respuesta: [EN_ESPERA] },
  }),
  ruta({
    metodo: 'POST',
    camino: '/ventas/aparcados',
    resumen: 'Dejar un ticket en espera',
    descripcion:
      'No vende nada. `clave` es la del ticket, con la que después se cobra; los precios se leen de nuevo al retomarlo.',
    entrada: AparcarTicketInput,
    salida: Aparcado,
    estado: 201,
    permisos,
    idempotente: true,
    conflictos: ['ticket_aparcado', 'ticket_cobrado', 'sesion_cerrada', 'especialidad'],
    ejemplo: {
      pedido: {
        clave: CLAVE,
        id_sesion_caja: 18,
        etiqueta: 'Doña Marta',
        total: 15,
        contenido: { lineas: [{ id_producto: 27, cantidad: 2 }] },
      },
      respuesta: EN_ESPERA,
    },
  }),
  ruta({
    metodo: 'POST',
    camino: '/ventas/aparcados/{id}/tomar',
    resumen: 'Retomar un ticket en espera',
    descripcion: 'Solo un equipo lo obtiene. La misma `Idempotency-Key` lo responde de nuevo.',
    entrada: AparcadoInput,
    salida: AparcadoTomado,
    permisos,
    idempotente: true,
    conflictos: ['aparcado_tomado'],
    ejemplo: { pedido: { id: 12 }, respuesta: RETOMADO },
  }),
  ruta({
    metodo: 'DELETE',
    camino: '/ventas/aparcados/{id}',
    resumen: 'Descartar un ticket en espera',
    descripcion: 'Queda en la auditoría con sus líneas.',
    entrada: AparcadoInput,
    salida: Aparcado,
    permisos,
    idempotente: true,
    conflictos: ['aparcado_tomado'],
    ejemplo: { pedido: { id: 12 }, respuesta: EN_ESPERA },
  }),
];

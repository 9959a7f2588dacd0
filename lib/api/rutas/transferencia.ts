import { z } from 'zod';
import { Transferencia, TransferenciaDetalle } from '@/lib/api/modelos/inventario';
import { rutasDe } from '@/lib/api/ruta';
import {
  CancelarTransferenciaInput,
  EnviarInput,
  ListarTransferenciasQuery,
  PorIdInput,
  RecibirInput,
  SolicitarInput,
} from '@/lib/inventario/schemas';
import { TRANSFERENCIA, TRANSFERENCIA_DETALLE } from './ejemplos-inventario';

const ruta = rutasDe('inventario');
const camino = '/inventario/transferencia';
const comun = { permisos: ['inventario:transferir'], idempotente: true } as const;
const PEDIDA = {
  ...TRANSFERENCIA_DETALLE,
  estado: 'SOLICITADA' as const,
  enviada_en: null,
  enviada_por: null,
  valor_enviado: 0,
  valor_en_camino: 0,
  puede_recibir: false,
  puede_cancelar: true,
};

export const RUTAS_TRANSFERENCIA = [
  ruta({
    metodo: 'GET',
    camino,
    resumen: 'Las transferencias de las sucursales propias, lo más nuevo primero',
    entrada: ListarTransferenciasQuery,
    salida: z.array(Transferencia),
    permisos: ['inventario:ver'],
    lista: { sinLimite: 50 },
    exporta: true,
    ejemplo: { pedido: { pendientes: 'true' }, respuesta: [TRANSFERENCIA] },
  }),
  ruta({
    metodo: 'POST',
    camino,
    resumen: 'Pedir o anunciar una transferencia',
    descripcion: 'Sin `id_origen` envía la sucursal del pedido; sin `id_destino`, recibe ella. Nada se mueve todavía.',
    entrada: SolicitarInput,
    salida: TransferenciaDetalle,
    estado: 201,
    ...comun,
    conflictos: ['producto_no_encontrado'],
    ejemplo: { pedido: { id_destino: 2, lineas: [{ id_producto: 27, cantidad: 10 }] }, respuesta: PEDIDA },
  }),
  ruta({
    metodo: 'GET',
    camino: `${camino}/{id}`,
    resumen: 'Una transferencia con sus productos y recepciones',
    entrada: PorIdInput,
    salida: TransferenciaDetalle,
    permisos: ['inventario:ver'],
    ejemplo: { pedido: { id: 6 }, respuesta: TRANSFERENCIA_DETALLE },
  }),
  ruta({
    metodo: 'POST',
    camino: `${camino}/{id}/enviar`,
    alias: [`${camino}/{id}/send`],
    resumen: 'Enviar una transferencia',
    descripcion: 'La mercadería sale de la sucursal que envía y queda en tránsito. Sin `lineas`, todo lo pedido.',
    entrada: EnviarInput,
    salida: TransferenciaDetalle,
    ...comun,
    conflictos: ['transferencia_estado', 'stock_insuficiente'],
    ejemplo: { pedido: { id: 6 }, respuesta: TRANSFERENCIA_DETALLE },
  }),
  ruta({
    metodo: 'POST',
    camino: `${camino}/{id}/recibir`,
    alias: [`${camino}/{id}/receive`],
    resumen: 'Recibir una transferencia, entera o en parte',
    descripcion:
      'Lo `perdida` lleva causa (`FALTANTE`, `DANADO`) y explicación. Lo que no se dice sigue en camino. Sin `lineas`, llegó todo.',
    entrada: RecibirInput,
    salida: TransferenciaDetalle,
    ...comun,
    conflictos: ['transferencia_estado', 'mas_de_lo_enviado'],
    ejemplo: {
      pedido: {
        id: 6,
        lineas: [{ id_producto: 27, recibida: 9, perdida: 1, causa: 'DANADO', explicacion: 'Llegó abierta' }],
      },
      respuesta: {
        ...TRANSFERENCIA_DETALLE,
        estado: 'RECIBIDA',
        recibida_en: '2026-11-20T16:00:00.000Z',
        recibida_por: 'Elmer Condori',
        valor_en_camino: 0,
        puede_recibir: false,
      },
    },
  }),
  ruta({
    metodo: 'POST',
    camino: `${camino}/{id}/cancelar`,
    alias: [`${camino}/{id}/cancel`],
    resumen: 'Cancelar una transferencia que no se envió',
    entrada: CancelarTransferenciaInput,
    salida: TransferenciaDetalle,
    ...comun,
    conflictos: ['transferencia_estado'],
    ejemplo: {
      pedido: { id: 6, motivo: 'Ya no hace falta' },
      respuesta: {
        ...PEDIDA,
        estado: 'CANCELADA',
        cancelada_en: '2026-11-20T15:00:00.000Z',
        cancelada_por: 'Rosa Mamani',
        motivo_cancelacion: 'Ya no hace falta',
        puede_cancelar: false,
      },
    },
  }),
];

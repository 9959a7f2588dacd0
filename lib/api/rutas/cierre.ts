import { z } from 'zod';
import { SesionCaja } from '@/lib/api/modelos/caja';
import {
  Cierre,
  CuentaExterna,
  Diferencias,
  FilaDeSesion,
  Recuento,
  SesionViva,
  Tarea,
} from '@/lib/api/modelos/cierre';
import { rutasDe } from '@/lib/api/ruta';
import { SinDatos } from '@/lib/auth/input';
import { FilasDeSesionInput, IdInput, ListarSesionesInput } from '@/lib/caja/schemas';
import { AnotarPendienteInput, DiferenciasInput, RecontarCajaInput, type RecuentoDto } from '@/lib/caja/schemas-cierre';
import type { BalanceDto } from '@/lib/caja/schemas-respuestas';
import type { TareaDto } from '@/lib/tarea/schemas';
import { CAJA, SESION } from './ejemplos';

const ruta = rutasDe('cajas');
const ver = ['caja:abrir', 'caja:ver'] as const;

const BALANCE: BalanceDto = {
  id_sesion_caja: 18,
  monto_inicial: 200,
  ingresos: 0,
  egresos: 0,
  monto_final_teorico: 250,
  ventas: { efectivo: 50, qr: 12, transferencia: 0 },
  agentes: { ingresos: 0, egresos: 0, neto: 0 },
  recargas: 0,
  fiado: 0,
  compras: 0,
  traspasos: 0,
  otros: 0,
  bolsillos: { mercaderia: 50, agente: 0, recargas: 0, fiado: 0, fondo: 200 },
};

const CERRADA = {
  ...SESION,
  monto_final_teorico: 250,
  monto_final_real: 240,
  diferencia: -10,
  estado_sesion: 'CERRADA' as const,
  fecha_cierre: '2026-11-21T00:05:00.000Z',
  caja: { ...CAJA, saldo: 240, sesion_abierta: null },
};

const RECUENTO: RecuentoDto = {
  id: 3,
  id_sesion_caja: 18,
  monto: 250,
  denominaciones: null,
  ajuste: 10,
  diferencia: 0,
  contra: 'gaveta',
  motivo: 'Apareció un billete de 10 debajo de la bandeja',
  id_asiento: 902,
  fecha: '2026-11-21T12:10:00.000Z',
  usuario: 'Carlos Vargas',
  aprobaciones: [],
};

/** A task, for the examples of its own routes too. */
export const TAREA: TareaDto = {
  id: 7,
  id_sucursal: 1,
  sucursal: 'Miraflores',
  tipo: 'saldo_externo',
  resumen: 'BCP · saldo de agente: la app muestra Bs 100,00 más que el libro',
  detalle: 'Al cerrar Caja 1 la app mostraba Bs 4.300,00 y el libro Bs 4.200,00.',
  monto: 100,
  id_sesion_caja: 18,
  caja: 'Caja 1',
  estado: 'PENDIENTE',
  creada_por: 'Rosa Mamani',
  creada_en: '2026-11-21T00:05:00.000Z',
  resuelta_por: null,
  resuelta_en: null,
  resolucion: null,
};

export const RUTAS_CIERRE = [
  ruta({
    metodo: 'GET',
    camino: '/cajas/vivas',
    resumen: 'Las sesiones abiertas, con sus cifras de ahora',
    entrada: SinDatos,
    salida: z.array(SesionViva),
    permisos: ['caja:ver'],
    ejemplo: {
      respuesta: [{ sesion: SESION, balance: BALANCE, tickets: 3, ultima_operacion: '2026-11-20T15:10:00.000Z' }],
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesiones',
    resumen: 'La historia de las sesiones',
    descripcion: 'Las más nuevas primero, por caja, persona, estado y día de apertura. Sin `caja:ver`, las propias.',
    entrada: ListarSesionesInput,
    salida: z.array(SesionCaja),
    permisos: ver,
    lista: { sinLimite: 'todo' },
    exporta: true,
    ejemplo: { pedido: { id_caja: 1, desde: '2026-11-01' }, respuesta: [CERRADA] },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/diferencias',
    resumen: 'Las diferencias de los cierres en el tiempo',
    descripcion: 'Por cajero o por caja, con su tendencia. Sin fechas, los últimos noventa días.',
    entrada: DiferenciasInput,
    salida: z.array(Diferencias),
    permisos: ver,
    ejemplo: {
      pedido: { por: 'cajero' },
      respuesta: [
        {
          id: 4,
          nombre: 'Rosa Mamani',
          cierres: 12,
          cuadran: 9,
          faltantes: -14.5,
          sobrantes: 2,
          neto: -12.5,
          por_semana: -0.4,
          puntos: [{ id_sesion_caja: 18, fecha: '2026-11-21T00:05:00.000Z', diferencia: -10 }],
        },
      ],
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/filas',
    resumen: 'Las filas detrás de las cifras de una sesión',
    descripcion: 'Suman la cifra de su concepto. Con la sesión abierta hace falta `caja:ver_esperado`.',
    entrada: FilasDeSesionInput,
    salida: z.array(FilaDeSesion),
    permisos: ver,
    lista: { sinLimite: 'todo' },
    ejemplo: {
      pedido: { id: 18, concepto: 'ventas_efectivo' },
      respuesta: [
        {
          id_asiento: 880,
          fecha: '2026-11-20T15:10:00.000Z',
          concepto: 'ventas_efectivo',
          tipo_documento: 'venta',
          id_documento: 204,
          glosa: 'Venta C1-204',
          usuario: 'Rosa Mamani',
          importe: 50,
        },
      ],
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/externas',
    resumen: 'Las cuentas que un cierre puede comparar con su app',
    descripcion: 'El banco propio, y los saldos de agentes y operadoras con que la caja trabaja. Sin cifras.',
    entrada: IdInput,
    salida: z.array(CuentaExterna),
    permisos: ver,
    ejemplo: {
      pedido: { id: 18 },
      respuesta: [{ id_cuenta: 31, nombre: 'BCP · saldo de agente', clase: 'agente' }],
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/cierre',
    resumen: 'Lo que un cierre halló',
    descripcion:
      'Cuenta por cuenta, con las causas probables de la diferencia y las correcciones que vinieron después. Solo de una sesión cerrada.',
    entrada: IdInput,
    salida: Cierre,
    permisos: ver,
    conflictos: ['sesion_abierta'],
    ejemplo: {
      pedido: { id: 18 },
      respuesta: {
        sesion: { ...CERRADA, movimientos: [], aprobaciones: [] },
        balance: BALANCE,
        externas: [],
        diferencia_vigente: 0,
        hipotesis: [],
        recuentos: [RECUENTO],
        correcciones: [],
        tareas: [TAREA],
        revision: null,
      },
    },
  }),
  ruta({
    metodo: 'GET',
    camino: '/cajas/sesion/{id}/pdf',
    resumen: 'El arqueo en A4',
    descripcion: 'Con las líneas para firmar. Solo de una sesión cerrada.',
    entrada: IdInput,
    salida: { tipo: 'application/pdf', descripcion: 'El arqueo en una hoja A4.' },
    permisos: ver,
    conflictos: ['sesion_abierta'],
    ejemplo: { pedido: { id: 18 }, respuesta: '%PDF-1.3' },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/sesion/{id}/recuento',
    resumen: 'Contar otra vez una caja cerrada',
    descripcion:
      'Corrige el faltante o el sobrante de esa sesión con un asiento posterior; el conteo sellado queda. Sin `caja:recontar`, o sobre su límite, lo aprueba un superior.',
    entrada: RecontarCajaInput,
    salida: Recuento,
    estado: 201,
    permisos: ['caja:abrir'],
    idempotente: true,
    conflictos: ['sesion_abierta', 'recuento_igual'],
    ejemplo: { pedido: { id: 18, monto: 250, motivo: RECUENTO.motivo }, respuesta: RECUENTO },
  }),
  ruta({
    metodo: 'POST',
    camino: '/cajas/sesion/{id}/tareas',
    resumen: 'Dejar algo de un cierre para después',
    entrada: AnotarPendienteInput,
    salida: Tarea,
    estado: 201,
    permisos: ver,
    idempotente: true,
    ejemplo: {
      pedido: { id: 18, detalle: 'Preguntar por el retiro de las 11:40' },
      respuesta: {
        ...TAREA,
        tipo: 'por_revisar',
        resumen: 'Preguntar por el retiro de las 11:40',
        detalle: 'Quedó pendiente del cierre de Caja 1, de Rosa Mamani.',
        monto: null,
      },
    },
  }),
];

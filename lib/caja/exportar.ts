import { dinero } from '@/lib/action/csv';
import { enPalabras, exportList, momento } from '@/lib/action/export-list';
import { listarCajas, listarSesiones } from './queries';
import { ESPECIALIDAD_EN_PALABRAS } from './rules';

/** GET /cajas/sesiones: what is expected of an open drawer is empty for who counts blind, as in the list. */
export const sesionesExportables = exportList(listarSesiones, {
  nombre: 'sesiones de caja',
  columnas: [
    ['Número', (s) => s.id],
    ['Caja', (s) => s.caja.nombre],
    ['Sucursal', (s) => s.caja.sucursal],
    ['Cajero', (s) => s.cajero],
    ['Estado', (s) => enPalabras(s.estado_sesion)],
    ['Apertura', (s) => momento(s.fecha_apertura)],
    ['Cierre', (s) => momento(s.fecha_cierre)],
    ['Monto inicial', (s) => dinero(s.monto_inicial)],
    ['Diferencia al abrir', (s) => dinero(s.diferencia_apertura)],
    ['Motivo de la apertura', (s) => s.motivo_apertura],
    ['Esperado', (s) => dinero(s.monto_final_teorico)],
    ['Contado', (s) => dinero(s.monto_final_real)],
    ['Diferencia', (s) => dinero(s.diferencia)],
  ],
});

/** GET /cajas: what an open drawer holds is empty for who counts blind, as in the list. */
export const cajasExportables = exportList(listarCajas, {
  nombre: 'cajas',
  columnas: [
    ['Caja', (c) => c.nombre],
    ['Sucursal', (c) => c.sucursal],
    ['Qué cobra', (c) => ESPECIALIDAD_EN_PALABRAS[c.especialidad].nombre],
    ['Efectivo', (c) => dinero(c.saldo)],
    ['Abierta por', (c) => c.sesion_abierta?.cajero ?? null],
    ['Desde', (c) => momento(c.sesion_abierta?.fecha_apertura ?? null)],
    ['Personas', (c) => c.personas.map((p) => p.nombre).join(', ') || null],
    ['Egreso máximo', (c) => c.egreso_maximo],
    ['Diferencia máxima', (c) => dinero(c.diferencia_maxima)],
    ['Número', (c) => c.id],
  ],
});

import type { sucursal } from '@/db/schema/sucursal';
import type { SucursalDto } from './schemas';

/** A branch's row as clients see it. */
export function sucursalDto(fila: typeof sucursal.$inferSelect): SucursalDto {
  return {
    id: fila.id,
    nombre: fila.nombre,
    direccion: fila.direccion,
    telefono: fila.telefono,
    redondeo_efectivo: fila.redondeoEfectivo,
    texto_encabezado: fila.textoEncabezado,
    texto_pie: fila.textoPie,
    dias_devolucion: fila.diasDevolucion,
    formatos_balanza: fila.formatosBalanza,
    estado: fila.estado,
    id_user_create: fila.idUserCreate,
    id_user_update: fila.idUserUpdate,
    created_at: fila.createdAt.toISOString(),
    updated_at: fila.updatedAt.toISOString(),
  };
}

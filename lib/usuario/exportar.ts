import { sqlClient } from '@/db';
import { exportList, momento } from '@/lib/action/export-list';
import type { Columna } from '@/lib/action/stream-list';
import { listarUsuarios } from './queries';
import type { UsuarioDto } from './schemas';

/** GET /usuario: what the list of people shows. */
export const usuariosExportables = exportList(listarUsuarios, { nombre: 'personas', columnas });

async function columnas(): Promise<readonly Columna<UsuarioDto>[]> {
  const filas = await sqlClient()<{ id: number; nombre: string }[]>`select id, nombre from sucursal`;
  const nombres = new Map(filas.map((s) => [s.id, s.nombre]));
  return [
    ['Nombre', (u) => u.name],
    ['Correo', (u) => u.email],
    ['Rol', (u) => u.role.nombre],
    ['Sucursal', (u) => nombres.get(u.id_sucursal) ?? null],
    ['También en', (u) => u.sucursales.flatMap((id) => nombres.get(id) ?? []).join(', ') || null],
    ['Estado', (u) => (u.estado ? 'Activa' : 'De baja')],
    ['Desde', (u) => momento(u.created_at)],
    ['Número', (u) => u.id],
  ];
}

import { queryOptions } from '@tanstack/react-query';
import { askApi } from '@/lib/api-client';
import type { EstadoWhatsappDto, MensajeWhatsappDto } from './schemas';

/** How WhatsApp is: every two seconds while something is happening, seldom when nothing is. Live hints make it sooner. */
export function estadoWhatsappQuery() {
  return queryOptions({
    queryKey: ['whatsapp', 'estado'],
    queryFn: async ({ signal }) => (await askApi<EstadoWhatsappDto>('/api/whatsapp/estado', { signal })).data,
    refetchInterval: ({ state: { data } }) =>
      data && (data.en_curso || data.estado === 'CONECTANDO' || data.estado === 'ESPERANDO_QR') ? 2_000 : 10_000,
  });
}

/** The newest messages; asked again soon while one waits to go out. */
export function mensajesWhatsappQuery() {
  return queryOptions({
    queryKey: ['whatsapp', 'mensajes'],
    queryFn: async ({ signal }) => {
      const { data, nextCursor } = await askApi<MensajeWhatsappDto[]>('/api/whatsapp/mensajes?limite=50', { signal });
      return { mensajes: data, hayMas: nextCursor !== null };
    },
    refetchInterval: ({ state: { data } }) => (data?.mensajes.some((m) => m.estado === 'PENDIENTE') ? 3_000 : 30_000),
  });
}

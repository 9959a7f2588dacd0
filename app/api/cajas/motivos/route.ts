import { defineRoute } from '@/lib/action/define-route';
import { crearMotivo } from '@/lib/motivo/crear';
import { listarMotivos } from '@/lib/motivo/queries';

export const GET = defineRoute({ run: listarMotivos });
export const POST = defineRoute({ run: crearMotivo, status: 201 });

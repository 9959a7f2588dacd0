import { defineRoute, type RouteHandler } from '@/lib/action/define-route';
import { invitarAIngresar, leerDocs } from '@/lib/api/servir';

const docs = defineRoute({ run: leerDocs });

export const GET: RouteHandler = async (req, ruta) => invitarAIngresar(req, await docs(req, ruta));

export { DELETE, GET, PATCH } from '@/app/api/inventario/producto/[id]/route';

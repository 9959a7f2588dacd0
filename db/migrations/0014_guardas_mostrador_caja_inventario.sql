-- What the catalogue refuses and keeps by itself, whoever asks.

-- Rows that never change.
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['edicion_masiva', 'edicion_masiva_fila']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_inmutable', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;
--> statement-breakpoint

-- The tree of categories: no cycles, at most four levels, a living father. One move at a time, so that two of them
--    cannot close a circle together.
CREATE FUNCTION vigilar_arbol() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  arriba int;
  abajo int;
BEGIN
  PERFORM pg_advisory_xact_lock(5268244, 0);
  WITH RECURSIVE camino AS (
    SELECT c.id, c.id_padre, 1 AS nivel FROM categoria c WHERE c.id = NEW.id_padre AND c.estado
    UNION ALL
    SELECT c.id, c.id_padre, k.nivel + 1 FROM categoria c JOIN camino k ON c.id = k.id_padre WHERE k.nivel < 10
  ) SELECT max(nivel), bool_or(id = NEW.id)::int INTO arriba, abajo FROM camino;
  IF arriba IS NULL OR abajo = 1 THEN
    RAISE EXCEPTION 'categoria %: its father % is not there, or is inside it', NEW.id, NEW.id_padre USING ERRCODE = 'KP007';
  END IF;
  WITH RECURSIVE rama AS (
    SELECT NEW.id AS id, 1 AS nivel
    UNION ALL
    SELECT c.id, r.nivel + 1 FROM categoria c JOIN rama r ON c.id_padre = r.id WHERE c.estado AND r.nivel < 10
  ) SELECT max(nivel) INTO abajo FROM rama;
  IF arriba + abajo > 4 THEN
    RAISE EXCEPTION 'categoria %: the tree has four levels at most', NEW.id USING ERRCODE = 'KP007';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER categoria_arbol_nueva AFTER INSERT ON categoria FOR EACH ROW
  WHEN (NEW.id_padre IS NOT NULL) EXECUTE FUNCTION vigilar_arbol();
--> statement-breakpoint
CREATE TRIGGER categoria_arbol_cambia AFTER UPDATE ON categoria FOR EACH ROW
  WHEN (NEW.id_padre IS NOT NULL AND NEW.estado AND OLD.id_padre IS DISTINCT FROM NEW.id_padre)
  EXECUTE FUNCTION vigilar_arbol();
--> statement-breakpoint

-- Every code in one table: the main one of each product writes itself there, and the codes of what is deleted are free.
CREATE FUNCTION anotar_codigos_nuevos() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO codigo_producto (id_producto, codigo, principal, id_user_create, created_at, updated_at)
    SELECT n.id, n.codigo_barras, true, n.id_user_create, n.updated_at, n.updated_at FROM nuevos n
    WHERE n.codigo_barras IS NOT NULL AND n.estado ORDER BY n.codigo_barras;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER producto_codigo_nuevo AFTER INSERT ON producto REFERENCING NEW TABLE AS nuevos
  FOR EACH STATEMENT EXECUTE FUNCTION anotar_codigos_nuevos();
--> statement-breakpoint
CREATE FUNCTION anotar_codigo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE codigo_producto SET estado = false, id_user_update = NEW.id_user_update, updated_at = NEW.updated_at
    WHERE id_producto = NEW.id AND estado
      AND (NOT NEW.estado OR (principal AND codigo IS DISTINCT FROM NEW.codigo_barras));
  IF NEW.estado AND NEW.codigo_barras IS NOT NULL THEN
    UPDATE codigo_producto SET principal = true, id_user_update = NEW.id_user_update, updated_at = NEW.updated_at
      WHERE id_producto = NEW.id AND estado AND codigo = NEW.codigo_barras AND id_presentacion IS NULL;
    IF NOT FOUND THEN
      INSERT INTO codigo_producto (id_producto, codigo, principal, id_user_create, created_at, updated_at)
        VALUES (NEW.id, NEW.codigo_barras, true, NEW.id_user_update, NEW.updated_at, NEW.updated_at);
    END IF;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER producto_codigo_cambia AFTER UPDATE ON producto FOR EACH ROW
  WHEN (OLD.codigo_barras IS DISTINCT FROM NEW.codigo_barras OR OLD.estado <> NEW.estado)
  EXECUTE FUNCTION anotar_codigo();
--> statement-breakpoint
INSERT INTO codigo_producto (id_producto, codigo, principal, id_user_create, created_at, updated_at)
  SELECT id, codigo_barras, true, id_user_create, created_at, updated_at FROM producto
  WHERE estado AND codigo_barras IS NOT NULL;
--> statement-breakpoint

-- Prices of presentations and of branches: their history writes itself, beside that of the products.
CREATE FUNCTION anotar_precio_presentacion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO precio_producto (id_producto, id_presentacion, precio, vigente_desde, id_usuario)
    VALUES (NEW.id_producto, NEW.id, CASE WHEN NEW.estado THEN NEW.precio_venta END, NEW.updated_at,
      coalesce(NEW.id_user_update, NEW.id_user_create, 0));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER presentacion_precio_nuevo AFTER INSERT ON presentacion_producto FOR EACH ROW
  EXECUTE FUNCTION anotar_precio_presentacion();
--> statement-breakpoint
CREATE TRIGGER presentacion_precio_cambia AFTER UPDATE ON presentacion_producto FOR EACH ROW
  WHEN (OLD.precio_venta <> NEW.precio_venta OR OLD.estado <> NEW.estado) EXECUTE FUNCTION anotar_precio_presentacion();
--> statement-breakpoint
CREATE TRIGGER presentacion_producto_cabecera BEFORE UPDATE ON presentacion_producto FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('nombre', 'precio_venta', 'estado', 'id_user_update', 'updated_at');
--> statement-breakpoint
CREATE FUNCTION anotar_precio_sucursal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO precio_producto (id_producto, id_presentacion, id_sucursal, precio, vigente_desde, id_usuario)
    VALUES (NEW.id_producto, NEW.id_presentacion, NEW.id_sucursal, CASE WHEN NEW.estado THEN NEW.precio END, NEW.updated_at,
      coalesce(NEW.id_user_update, NEW.id_user_create, 0));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER precio_sucursal_nuevo AFTER INSERT ON precio_sucursal FOR EACH ROW EXECUTE FUNCTION anotar_precio_sucursal();
--> statement-breakpoint
CREATE TRIGGER precio_sucursal_cambia AFTER UPDATE ON precio_sucursal FOR EACH ROW
  WHEN (OLD.precio <> NEW.precio OR OLD.estado <> NEW.estado) EXECUTE FUNCTION anotar_precio_sucursal();--> statement-breakpoint
-- Copies of receipts never change; customers are never deleted, only taken out of use.
CREATE TRIGGER copia_recibo_inmutable BEFORE UPDATE OR DELETE ON copia_recibo FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER copia_recibo_sin_truncate BEFORE TRUNCATE ON copia_recibo FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER cliente_sin_delete BEFORE DELETE ON cliente FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER cliente_sin_truncate BEFORE TRUNCATE ON cliente FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
-- Roles of the shop's own keep what they could do: who saw tickets could print them again, who charges may name who buys.
UPDATE rol SET permisos = permisos || '{venta:reimprimir}'::text[]
  WHERE NOT de_fabrica AND 'venta:ver' = ANY (permisos) AND NOT 'venta:reimprimir' = ANY (permisos);
--> statement-breakpoint
UPDATE rol SET permisos = permisos || '{cliente:ver,cliente:crear}'::text[]
  WHERE NOT de_fabrica AND 'venta:cobrar' = ANY (permisos) AND NOT 'cliente:ver' = ANY (permisos);--> statement-breakpoint
-- A session is born open, neither counted nor closed, and the count may be begun and given up.
DROP TRIGGER sesion_caja_cabecera ON sesion_caja;
--> statement-breakpoint
CREATE TRIGGER sesion_caja_cabecera BEFORE UPDATE ON sesion_caja FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado_sesion', 'monto_final_teorico', 'monto_final_real', 'diferencia', 'denominaciones',
    'fecha_cierre', 'contando_desde', 'contando_por', 'id_user_update', 'updated_at');
--> statement-breakpoint

-- Transfers and the evidence of a movement never change.
CREATE TRIGGER traspaso_caja_inmutable BEFORE UPDATE OR DELETE ON traspaso_caja FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER traspaso_caja_sin_truncate BEFORE TRUNCATE ON traspaso_caja FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER archivo_de_caja BEFORE UPDATE OR DELETE ON archivo FOR EACH ROW
  WHEN (OLD.tipo_documento IN ('movimiento_caja', 'traspaso_caja')) EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
-- A reason may be renamed or retired; what it is in the libro stays, or its past would change with it.
CREATE TRIGGER motivo_caja_cabecera BEFORE UPDATE ON motivo_caja FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('nombre', 'pide_detalle', 'estado', 'id_user_update', 'updated_at');
--> statement-breakpoint
CREATE TRIGGER motivo_caja_sin_delete BEFORE DELETE ON motivo_caja FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint

-- The safe of each branch, and the reasons every shop starts with.
INSERT INTO cuenta (codigo, nombre, tipo, id_sucursal, saldo, saldo_minimo)
  SELECT 'caja_fuerte.S' || id, 'Caja fuerte', 'activo', id, 0, 0 FROM sucursal ORDER BY id
  ON CONFLICT (codigo) DO NOTHING;
--> statement-breakpoint
INSERT INTO motivo_caja (tipo, nombre, tipo_cuenta, general, pide_detalle) VALUES
  ('INGRESO', 'Otro ingreso', 'ingreso', true, true),
  ('INGRESO', 'Aporte del dueño', 'patrimonio', false, false),
  ('INGRESO', 'Devolución de un proveedor', 'ingreso', false, true),
  ('INGRESO', 'Venta de envases y cartones', 'ingreso', false, false),
  ('EGRESO', 'Otro gasto', 'gasto', true, true),
  ('EGRESO', 'Retiro del dueño', 'patrimonio', false, false),
  ('EGRESO', 'Transporte y pasajes', 'gasto', false, false),
  ('EGRESO', 'Refrigerio del personal', 'gasto', false, false),
  ('EGRESO', 'Luz, agua, gas e Internet', 'gasto', false, false),
  ('EGRESO', 'Alquiler', 'gasto', false, false),
  ('EGRESO', 'Limpieza y bolsas', 'gasto', false, false),
  ('EGRESO', 'Adelanto de sueldo', 'gasto', false, true),
  ('EGRESO', 'Reparaciones y mantenimiento', 'gasto', false, true),
  ('EGRESO', 'Impuestos y patentes', 'gasto', false, false);--> statement-breakpoint
-- A parked ticket is never edited nor deleted: it is taken or discarded, once.
CREATE TRIGGER ticket_aparcado_sin_delete BEFORE DELETE ON ticket_aparcado FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER ticket_aparcado_sin_truncate BEFORE TRUNCATE ON ticket_aparcado FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER ticket_aparcado_cabecera BEFORE UPDATE ON ticket_aparcado FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'resuelto_por', 'resuelto_en');
--> statement-breakpoint
CREATE TRIGGER ticket_aparcado_resuelto BEFORE UPDATE ON ticket_aparcado FOR EACH ROW
  WHEN (OLD.estado <> 'EN_ESPERA') EXECUTE FUNCTION rechazar_cambio();--> statement-breakpoint
-- What the database refuses of stock documents, counts and transfers, whoever asks.

-- The accounts of mermas, consumo, vencidos and goods in transit, of the branches there are.
INSERT INTO cuenta (codigo, nombre, tipo, id_sucursal)
  SELECT x.codigo || '.S' || s.id, x.nombre, x.tipo, s.id
  FROM sucursal s CROSS JOIN (VALUES ('merma', 'Mermas', 'gasto'), ('consumo', 'Consumo propio', 'gasto'),
    ('vencido', 'Mercadería vencida', 'gasto'), ('transito', 'Mercadería en tránsito', 'activo')) x(codigo, nombre, tipo)
  ON CONFLICT (codigo) DO NOTHING;
--> statement-breakpoint

-- Rows that never change, and headers that are never deleted.
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['documento_stock', 'detalle_documento_stock', 'recepcion_transferencia', 'recepcion_linea',
    'costo_producto']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_inmutable', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
  FOREACH tabla IN ARRAY ARRAY['conteo', 'transferencia', 'transferencia_linea', 'serie_stock']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_delete', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;
--> statement-breakpoint

-- Counts: the header keeps what it is, an ended one never changes, and lines are written only while it is open.
CREATE TRIGGER conteo_cabecera BEFORE UPDATE ON conteo FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'no_contados', 'cerrado_en', 'cerrado_por', 'valor', 'id_asiento');
--> statement-breakpoint
CREATE TRIGGER conteo_terminado BEFORE UPDATE ON conteo FOR EACH ROW
  WHEN (OLD.estado <> 'ABIERTO') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE FUNCTION conteo_abierto() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE suyo int := CASE WHEN TG_OP = 'DELETE' THEN OLD.id_conteo ELSE NEW.id_conteo END;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM conteo WHERE id = suyo AND estado = 'ABIERTO')
    OR (TG_OP = 'UPDATE' AND (NEW.id_conteo, NEW.id_producto) <> (OLD.id_conteo, OLD.id_producto)) THEN
    RAISE EXCEPTION 'conteo %: its lines change only while it is open', suyo USING ERRCODE = 'KP001';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER conteo_linea_abierta BEFORE INSERT OR UPDATE OR DELETE ON conteo_linea
  FOR EACH ROW EXECUTE FUNCTION conteo_abierto();
--> statement-breakpoint
CREATE TRIGGER conteo_linea_sin_truncate BEFORE TRUNCATE ON conteo_linea
  FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint

-- Transfers: requested, sent, received; the steps they may take, and what may change with them.
CREATE TRIGGER transferencia_cabecera BEFORE UPDATE ON transferencia FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'enviada_en', 'enviada_por', 'recibida_en', 'recibida_por', 'cancelada_en',
    'cancelada_por', 'motivo_cancelacion', 'id_asiento_envio');
--> statement-breakpoint
CREATE FUNCTION rechazar_paso_de_transferencia() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'transferencia: it begins as SOLICITADA, not %', NEW.estado USING ERRCODE = 'KP002';
  END IF;
  RAISE EXCEPTION 'transferencia %: % does not become %', OLD.id, OLD.estado, NEW.estado USING ERRCODE = 'KP002';
END $$;
--> statement-breakpoint
CREATE TRIGGER transferencia_nueva BEFORE INSERT ON transferencia FOR EACH ROW
  WHEN (NEW.estado <> 'SOLICITADA') EXECUTE FUNCTION rechazar_paso_de_transferencia();
--> statement-breakpoint
CREATE TRIGGER transferencia_paso BEFORE UPDATE ON transferencia FOR EACH ROW
  WHEN (OLD.estado || '>' || NEW.estado NOT IN ('SOLICITADA>ENVIADA', 'SOLICITADA>CANCELADA', 'ENVIADA>PARCIAL',
    'ENVIADA>RECIBIDA', 'PARCIAL>PARCIAL', 'PARCIAL>RECIBIDA')) EXECUTE FUNCTION rechazar_paso_de_transferencia();
--> statement-breakpoint
CREATE TRIGGER transferencia_linea_cabecera BEFORE UPDATE ON transferencia_linea FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('enviada', 'valor_enviado', 'recibida', 'valor_recibido', 'perdida', 'valor_perdido');
--> statement-breakpoint
CREATE FUNCTION transferencia_viva() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE suyo text;
BEGIN
  SELECT estado INTO suyo FROM transferencia WHERE id = NEW.id_transferencia;
  IF suyo NOT IN ('SOLICITADA', 'ENVIADA', 'PARCIAL') OR (TG_OP = 'INSERT' AND suyo <> 'SOLICITADA')
    OR (TG_OP = 'UPDATE' AND suyo <> 'SOLICITADA' AND (NEW.enviada, NEW.valor_enviado) <> (OLD.enviada, OLD.valor_enviado)) THEN
    RAISE EXCEPTION 'transferencia %: its lines do not change so when it is %', NEW.id_transferencia, suyo USING ERRCODE = 'KP002';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER transferencia_linea_viva BEFORE INSERT OR UPDATE ON transferencia_linea
  FOR EACH ROW EXECUTE FUNCTION transferencia_viva();
--> statement-breakpoint

-- Last costs: their history writes itself.
CREATE FUNCTION anotar_costo() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO costo_producto (id_producto, antes, costo, fecha, id_usuario)
    VALUES (NEW.id, OLD.costo_compra, NEW.costo_compra, NEW.updated_at, coalesce(NEW.id_user_update, 0));
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER producto_costo_cambia AFTER UPDATE ON producto FOR EACH ROW
  WHEN (OLD.costo_compra IS DISTINCT FROM NEW.costo_compra) EXECUTE FUNCTION anotar_costo();--> statement-breakpoint
-- What the counters know by heart: every table that the catalogue shows tells what changed of it. A migration that adds
--    such a table calls seguir_en_catalogo('its_table', 'producto', 'id_producto').
CREATE FUNCTION anotar_cambio_catalogo() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  filas text := CASE TG_OP
    WHEN 'INSERT' THEN format('SELECT %I AS id FROM nuevas', TG_ARGV[1])
    WHEN 'DELETE' THEN format('SELECT %I AS id FROM viejas', TG_ARGV[1])
    ELSE format('SELECT %1$I AS id FROM nuevas UNION SELECT %1$I FROM viejas', TG_ARGV[1]) END;
BEGIN
  EXECUTE format('INSERT INTO cambio_catalogo (entidad, id_entidad) SELECT DISTINCT $1, x.id FROM (%s) x WHERE x.id IS NOT NULL',
    filas) USING TG_ARGV[0];
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION seguir_en_catalogo(tabla regclass, entidad text, columna text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %s REFERENCING NEW TABLE AS nuevas
    FOR EACH STATEMENT EXECUTE FUNCTION anotar_cambio_catalogo(%L, %L)', tabla || '_catalogo_nuevo', tabla, entidad, columna);
  EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %s REFERENCING NEW TABLE AS nuevas OLD TABLE AS viejas
    FOR EACH STATEMENT EXECUTE FUNCTION anotar_cambio_catalogo(%L, %L)', tabla || '_catalogo_cambia', tabla, entidad, columna);
  EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %s REFERENCING OLD TABLE AS viejas
    FOR EACH STATEMENT EXECUTE FUNCTION anotar_cambio_catalogo(%L, %L)', tabla || '_catalogo_menos', tabla, entidad, columna);
END $$;
--> statement-breakpoint
SELECT seguir_en_catalogo('producto', 'producto', 'id'), seguir_en_catalogo('codigo_producto', 'producto', 'id_producto'),
  seguir_en_catalogo('presentacion_producto', 'producto', 'id_producto'),
  seguir_en_catalogo('precio_sucursal', 'producto', 'id_producto'), seguir_en_catalogo('categoria', 'categoria', 'id'),
  seguir_en_catalogo('cliente', 'cliente', 'id');
--> statement-breakpoint

-- Facts are evidence: what their device signed never changes, and what was written of one stays written.
CREATE TRIGGER hecho_cabecera BEFORE UPDATE ON hecho FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'code', 'frase', 'fecha', 'tipo_documento', 'id_documento');
--> statement-breakpoint
CREATE TRIGGER hecho_terminado BEFORE UPDATE ON hecho FOR EACH ROW
  WHEN (OLD.estado <> 'RETENIDO') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER incidencia_cabecera BEFORE UPDATE ON incidencia FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'resuelta_por', 'resuelta_en', 'motivo');
--> statement-breakpoint
CREATE TRIGGER incidencia_terminada BEFORE UPDATE ON incidencia FOR EACH ROW
  WHEN (OLD.estado = 'RESUELTA') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER concesion_cabecera BEFORE UPDATE ON concesion FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('revocada_en', 'revocada_por');
--> statement-breakpoint
CREATE TRIGGER concesion_revocada BEFORE UPDATE ON concesion FOR EACH ROW
  WHEN (OLD.revocada_en IS NOT NULL) EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['hecho', 'incidencia', 'concesion', 'dispositivo']
  LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_delete', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;--> statement-breakpoint
-- What a count found never changes; a task is resolved once, and never deleted.
DO $$
DECLARE tabla text;
BEGIN
  FOREACH tabla IN ARRAY ARRAY['conteo_externo', 'recuento_caja'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_inmutable', tabla);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio()',
      tabla || '_sin_truncate', tabla);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE TRIGGER tarea_sin_delete BEFORE DELETE ON tarea FOR EACH ROW EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER tarea_sin_truncate BEFORE TRUNCATE ON tarea FOR EACH STATEMENT EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
CREATE TRIGGER tarea_cabecera BEFORE UPDATE ON tarea FOR EACH ROW
  EXECUTE FUNCTION rechazar_salvo('estado', 'resuelta_por', 'resuelta_en', 'resolucion');
--> statement-breakpoint
CREATE TRIGGER tarea_terminada BEFORE UPDATE ON tarea FOR EACH ROW
  WHEN (OLD.estado = 'RESUELTA') EXECUTE FUNCTION rechazar_cambio();
--> statement-breakpoint
-- The shop's own account is the first whose app a close may compare.
UPDATE cuenta SET externa = 'banco' WHERE codigo LIKE 'banco.S%';
--> statement-breakpoint
-- Cash moves only in an open session of its own caja, and while its drawer is being counted only the close moves it. What happened
-- before the count began still enters (a ticket that was sold offline and arrives now): its money is in the drawer, and is being
-- counted. A recount is the one entry that corrects the drawer of a closed session, and only while nobody has opened that caja again.
CREATE OR REPLACE FUNCTION asentar_partidas() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  malo bigint;
  contando boolean;
BEGIN
  SELECT n.id_asiento INTO malo FROM nuevas n GROUP BY n.id_asiento
    HAVING sum(n.importe) <> 0 OR count(*) < 2
      OR count(*) <> (SELECT count(*) FROM partida p WHERE p.id_asiento = n.id_asiento)
    LIMIT 1;
  IF malo IS NOT NULL THEN
    RAISE EXCEPTION 'asiento %: partidas must come together, two or more, and add up to zero', malo USING ERRCODE = 'KP004';
  END IF;

  SELECT n.id_asiento, coalesce(s.id_caja = c.id_caja AND s.estado_sesion = 'ABIERTA', false) INTO malo, contando FROM nuevas n
    JOIN cuenta c ON c.id = n.id_cuenta AND c.id_caja IS NOT NULL
    JOIN asiento a ON a.id = n.id_asiento
    LEFT JOIN sesion_caja s ON s.id = a.id_sesion_caja
    WHERE a.tipo_documento NOT IN ('saldo_inicial_caja', 'apertura')
      AND (s.id IS NULL OR s.id_caja <> c.id_caja
        OR CASE WHEN a.tipo_documento = 'recuento_caja'
          THEN s.estado_sesion <> 'CERRADA' OR EXISTS (SELECT 1 FROM sesion_caja o
            WHERE o.id_caja = s.id_caja AND (o.fecha_apertura, o.id) > (s.fecha_apertura, s.id))
          ELSE s.estado_sesion <> 'ABIERTA' OR (a.tipo_documento <> 'cierre' AND a.fecha > s.contando_desde) END)
    LIMIT 1;
  IF malo IS NOT NULL AND contando THEN
    RAISE EXCEPTION 'asiento %: the drawer of its session is being counted', malo USING ERRCODE = 'KP007';
  ELSIF malo IS NOT NULL THEN
    RAISE EXCEPTION 'asiento %: cash moves only in an open session of its own caja', malo USING ERRCODE = 'KP005';
  END IF;

  -- NO KEY: the foreign key of partida already holds these rows FOR KEY SHARE, and two entries must not wait for each other.
  PERFORM 1 FROM cuenta c WHERE c.saldo IS NOT NULL AND c.id IN (SELECT id_cuenta FROM nuevas) ORDER BY c.id FOR NO KEY UPDATE;
  UPDATE cuenta c SET saldo = c.saldo + m.importe
    FROM (SELECT id_cuenta, sum(importe) AS importe FROM nuevas GROUP BY id_cuenta) m
    WHERE c.id = m.id_cuenta AND c.saldo IS NOT NULL;
  RETURN NULL;
END $$;

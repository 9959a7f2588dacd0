-- What the catalogue refuses and keeps by itself, whoever asks.

-- 1. Rows that never change.
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

-- 2. The tree of categories: no cycles, at most four levels, a living father. One move at a time, so that two of them
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

-- 3. Every code in one table: the main one of each product writes itself there, and the codes of what is deleted are free.
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

-- 4. Prices of presentations and of branches: their history writes itself, beside that of the products.
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
  WHEN (OLD.precio <> NEW.precio OR OLD.estado <> NEW.estado) EXECUTE FUNCTION anotar_precio_sucursal();

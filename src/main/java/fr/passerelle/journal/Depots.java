package fr.passerelle.journal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.passerelle.noyau.Constat;
import fr.passerelle.noyau.NumeroDepot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deposits of the ledger. Every change of state goes through here: it is refused when
 * the order of {@link Etat} does not allow it, and leaves a transition.
 */
@Repository
public class Depots {

	private final JdbcClient jdbc;

	private final DepotRows lignes;

	private final ObjectMapper json;

	private final Clock horloge;

	private final Contenus contenus;

	Depots(JdbcClient jdbc, ObjectMapper json, Clock horloge, Contenus contenus) {
		this.contenus = contenus;
		this.jdbc = jdbc;
		this.json = json;
		this.horloge = horloge;
		this.lignes = new DepotRows(json);
	}

	/**
	 * Writes the ledger row of a file whose bytes are in the content store.
	 * @throws Contenus.Oublie when the same bytes, refused to another, were forgotten in
	 * between
	 */
	@Transactional
	public NumeroDepot recevoir(Reception reception) {
		reserver(reception.empreinte());
		this.contenus.exiger(reception.empreinte());
		long rang = this.jdbc.sql("SELECT nextval('echange.rang_depot')").query(Long.class).single();
		NumeroDepot numero = NumeroDepot.deRang(rang);
		Instant maintenant = this.horloge.instant();
		this.jdbc
			.sql("""
					INSERT INTO echange.depot (numero, uai, fichier, taille, empreinte, etat, canal, deposant, dossier, perimetre, depose_le, confirme)
					VALUES (:numero, :uai, :fichier, :taille, :empreinte, 'recu', :canal, :deposant, :dossier, :perimetre::text[], :le, :confirme)""")
			.param("numero", numero.valeur())
			.param("uai", reception.uaiAnnonce())
			.param("fichier", reception.fichier())
			.param("taille", reception.taille())
			.param("empreinte", reception.empreinte())
			.param("canal", reception.canal())
			.param("deposant", reception.deposant())
			.param("dossier", reception.dossier())
			.param("perimetre", (reception.perimetre() != null) ? reception.perimetre().toArray(new String[0]) : null)
			.param("le", java.sql.Timestamp.from(maintenant))
			.param("confirme", reception.confirme())
			.update();
		noter(numero, Etat.RECU, maintenant, reception.deposant(), null);
		return numero;
	}

	/** The deposit of this number. */
	public Depot depot(NumeroDepot numero) {
		return trouver(numero).orElseThrow(() -> new IllegalArgumentException("no deposit " + numero));
	}

	public Optional<Depot> trouver(NumeroDepot numero) {
		return this.jdbc.sql("SELECT * FROM echange.depot WHERE numero = ?")
			.param(numero.valeur())
			.query(this.lignes)
			.optional();
	}

	/** Deposits in this state since before this moment, oldest first. */
	public List<NumeroDepot> restesEn(Etat etat, Instant depuis) {
		return this.jdbc.sql("""
				SELECT numero FROM echange.depot d
				WHERE etat = :etat AND (SELECT max(le) FROM echange.transition t WHERE t.numero = d.numero) < :depuis
				ORDER BY numero""")
			.param("etat", etat.code())
			.param("depuis", java.sql.Timestamp.from(depuis))
			.query(Long.class)
			.list()
			.stream()
			.map(NumeroDepot::new)
			.toList();
	}

	/**
	 * Forgets the bytes of a refused deposit, unless another deposit needs them; nobody
	 * enters the same bytes meanwhile.
	 */
	@Transactional
	public void oublierContenu(Depot refuse) {
		reserver(refuse.empreinte());
		if (!contenuPartage(refuse.numero())) {
			this.contenus.oublier(refuse.empreinte());
		}
		this.jdbc.sql("UPDATE echange.depot SET rendu = true WHERE numero = ?")
			.param(refuse.numero().valeur())
			.update();
	}

	/** One at a time for these bytes, until the end of the transaction. */
	private void reserver(String empreinte) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))").param(empreinte).query((rs) -> {
		});
	}

	private boolean contenuPartage(NumeroDepot numero) {
		return this.jdbc
			.sql("""
					SELECT EXISTS (SELECT FROM echange.depot d JOIN echange.depot moi ON moi.empreinte = d.empreinte AND moi.numero <> d.numero
					               WHERE moi.numero = :numero AND (d.etat <> 'refuse' OR NOT d.rendu))""")
			.param("numero", numero.valeur())
			.query(Boolean.class)
			.single();
	}

	/** The life of a deposit, oldest first. */
	public List<Transition> transitions(NumeroDepot numero) {
		return this.jdbc.sql("SELECT etat, le, acteur, motif FROM echange.transition WHERE numero = ? ORDER BY rang")
			.param(numero.valeur())
			.query((rs, i) -> new Transition(Etat.deCode(rs.getString(1)), rs.getTimestamp(2).toInstant(),
					rs.getString(3), rs.getString(4)))
			.list();
	}

	/**
	 * Moves a deposit to another state.
	 * @throws TransitionRefusee when its present state does not allow it
	 */
	@Transactional
	public void passer(NumeroDepot numero, Etat vers, String acteur, String motif) {
		Etat de = this.jdbc.sql("SELECT etat FROM echange.depot WHERE numero = ? FOR UPDATE")
			.param(numero.valeur())
			.query((rs, i) -> Etat.deCode(rs.getString(1)))
			.single();
		if (!de.suivants().contains(vers)) {
			throw new TransitionRefusee(numero, de, vers);
		}
		Instant maintenant = this.horloge.instant();
		this.jdbc
			.sql("""
					UPDATE echange.depot SET etat = :etat, bail_expire_le = NULL,
					       traite_le = CASE WHEN :final THEN :le::timestamptz WHEN :etat = 'depose' THEN NULL ELSE traite_le END
					WHERE numero = :numero""")
			.param("etat", vers.code())
			.param("final", vers.estFinal())
			.param("le", java.sql.Timestamp.from(maintenant))
			.param("numero", numero.valeur())
			.update();
		noter(numero, vers, maintenant, acteur, motif);
	}

	/**
	 * Writes down what was read at the deposit: the school, what the file is, its years.
	 */
	@Transactional
	public void decrire(NumeroDepot numero, String uai, String flux, String millesime, Integer anneeScolaire,
			java.time.LocalDateTime horodatage) {
		this.jdbc
			.sql("""
					UPDATE echange.depot SET uai = :uai, flux = :flux, millesime = :millesime, annee_scolaire = :annee, horodatage = :horodatage
					WHERE numero = :numero""")
			.param("uai", uai)
			.param("flux", flux)
			.param("millesime", millesime)
			.param("annee", anneeScolaire)
			.param("horodatage", (horodatage != null) ? java.sql.Timestamp.valueOf(horodatage) : null)
			.param("numero", numero.valeur())
			.update();
	}

	/**
	 * Keeps what the sender should know although the file is accepted, for its report.
	 */
	@Transactional
	public void remarquer(NumeroDepot numero, List<Constat> remarques) {
		this.jdbc.sql("UPDATE echange.depot SET remarques = ?::jsonb WHERE numero = ?")
			.param(ecrire(remarques))
			.param(numero.valeur())
			.update();
	}

	public List<Constat> remarques(NumeroDepot numero) {
		return List.of(this.jdbc.sql("SELECT remarques::text FROM echange.depot WHERE numero = ?")
			.param(numero.valeur())
			.query((rs, i) -> lire(rs.getString(1), Constat[].class))
			.single());
	}

	@Transactional
	public void attendre(NumeroDepot numero, List<Prerequis> prerequis) {
		this.jdbc.sql("UPDATE echange.depot SET prerequis = ?::jsonb WHERE numero = ?")
			.param(ecrire(prerequis))
			.param(numero.valeur())
			.update();
	}

	/**
	 * Keeps the report; {@code null} lists are not allowed, the record is stored as the
	 * API serves it.
	 */
	@Transactional
	public void rapporter(NumeroDepot numero, CompteRendu compteRendu) {
		this.jdbc
			.sql("""
					INSERT INTO echange.compte_rendu (numero, contenu, cree_le) VALUES (?, ?::jsonb, ?)
					ON CONFLICT (numero) DO UPDATE SET contenu = excluded.contenu, cree_le = excluded.cree_le, ecrit_le = NULL""")
			.param(numero.valeur())
			.param(ecrire(compteRendu))
			.param(java.sql.Timestamp.from(this.horloge.instant()))
			.update();
	}

	/** The report of a deposit, once it has one. */
	public Optional<CompteRendu> compteRendu(NumeroDepot numero) {
		return this.jdbc.sql("SELECT contenu::text FROM echange.compte_rendu WHERE numero = ?")
			.param(numero.valeur())
			.query(String.class)
			.optional()
			.map((texte) -> lire(texte, CompteRendu.class));
	}

	/**
	 * The first deposit of these bytes by this school that was neither refused nor
	 * abandoned; one that has no verdict yet counts when it came before. Until the end of
	 * the transaction nobody else judges these bytes: of two at once, one is the first.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<NumeroDepot> premierDeMemesOctets(String uai, String empreinte, NumeroDepot sauf) {
		this.jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))").param(empreinte).query().listOfRows();
		return this.jdbc.sql("""
				SELECT numero FROM echange.depot
				WHERE empreinte = :empreinte AND uai = :uai AND numero <> :sauf AND (etat <> 'recu' OR numero < :sauf)
				  AND etat NOT IN ('refuse', 'doublon', 'annule', 'rejete', 'en_echec')
				ORDER BY numero LIMIT 1""")
			.param("empreinte", empreinte)
			.param("uai", uai)
			.param("sauf", sauf.valeur())
			.query(Long.class)
			.optional()
			.map(NumeroDepot::new);
	}

	/** Ties a deposit to the one it repeats. */
	@Transactional
	public void repeter(NumeroDepot numero, NumeroDepot premier) {
		this.jdbc.sql("UPDATE echange.depot SET doublon_de = ? WHERE numero = ?")
			.param(premier.valeur())
			.param(numero.valeur())
			.update();
	}

	/** A page of the deposits of these schools (all of them when null), newest first. */
	public List<Depot> page(Set<String> uais, Map<String, String> filtres, int page, int taille) {
		return DepotSearch.sur(this.jdbc, uais, filtres)
			.param("taille", taille)
			.param("saut", (long) page * taille)
			.query(this.lignes)
			.list();
	}

	/** How many deposits {@link #page} walks through. */
	public long total(Set<String> uais, Map<String, String> filtres) {
		return DepotSearch.compte(this.jdbc, uais, filtres).query(Long.class).single();
	}

	private void noter(NumeroDepot numero, Etat etat, Instant le, String acteur, String motif) {
		this.jdbc
			.sql("""
					INSERT INTO echange.transition (numero, rang, etat, le, acteur, motif)
					SELECT :numero, coalesce(max(rang), 0) + 1, :etat, :le, :acteur, :motif FROM echange.transition WHERE numero = :numero""")
			.param("numero", numero.valeur())
			.param("etat", etat.code())
			.param("le", java.sql.Timestamp.from(le))
			.param("acteur", acteur)
			.param("motif", motif)
			.update();
	}

	private String ecrire(Object valeur) {
		try {
			return this.json.writeValueAsString(valeur);
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			throw new IllegalStateException("writing " + valeur.getClass().getSimpleName() + " as JSON", ex);
		}
	}

	private <T> T lire(String texte, Class<T> type) {
		try {
			return this.json.readValue(texte, type);
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			throw new IllegalStateException("reading " + type.getSimpleName() + " from the ledger", ex);
		}
	}

}

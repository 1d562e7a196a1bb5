package fr.passerelle.publication.ldap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes what changed in some schools: their entries are made again, those that are not
 * as last written go to the server, in order. The schools say where to look; what to
 * write is found by comparing, so that a change of one object that shows in another (a
 * responsable in the élève, a label in the school) is never missed.
 */
@Component("filDeLEauLdap")
class FilDeLEau {

	/** Where persons of these schools are too: an entry is of all the schools of hers. */
	private static final String VOISINES = """
			SELECT DISTINCT autre.uai FROM ent.presence p JOIN ent.presence autre USING (personne_id)
			WHERE p.uai = ANY (?) AND p.uai <> autre.uai AND autre.disparu_le IS NULL""";

	private static final String A_ECRIRE = """
			SELECT v.*, v.attributs::text AS texte
			FROM ldap_voulu v LEFT JOIN ent.ldap_entree l ON l.consommateur = ? AND l.cle = v.cle
			WHERE (v.uais && ?::text[] OR l.uais && ?::text[])
			  AND (l.cle IS NULL OR l.empreinte <> v.empreinte OR l.uais <> v.uais OR l.parti_le IS NOT NULL)
			ORDER BY v.rang, v.dn""";

	private static final String PARTANTS = """
			FROM ent.ldap_entree l WHERE l.consommateur = ? AND l.uais && ?::text[] AND l.parti_le IS NULL
			  AND NOT EXISTS (SELECT FROM ldap_voulu v WHERE v.cle = l.cle) AND NOT EXISTS (SELECT FROM ldap_attente a WHERE a.cle = l.cle)""";

	private static final String EFFECTIFS = """
			SELECT u.uai, count(*) FILTER (WHERE v.cle IS NULL AND a.cle IS NULL), count(*)
			FROM ent.ldap_entree l CROSS JOIN unnest(l.uais) AS u (uai) LEFT JOIN ldap_voulu v USING (cle) LEFT JOIN ldap_attente a USING (cle)
			WHERE l.consommateur = ? AND l.uais && ?::text[] AND u.uai = ANY (?) AND l.parti_le IS NULL AND l.refus IS NULL GROUP BY u.uai""";

	private final JdbcTemplate jdbc;

	private final Rendu rendu;

	private final Entrees entrees;

	private final Modeles modeles;

	private final Connexions connexions;

	private final Registre registre;

	private final LdapSettings reglages;

	private final Clock horloge;

	FilDeLEau(DataSource base, Rendu rendu, Entrees entrees, Modeles modeles, Connexions connexions, Registre registre,
			LdapSettings reglages, Clock horloge) {
		this.jdbc = new JdbcTemplate(base);
		this.jdbc.setFetchSize(500);
		this.rendu = rendu;
		this.entrees = entrees;
		this.modeles = modeles;
		this.connexions = connexions;
		this.registre = registre;
		this.reglages = reglages;
		this.horloge = horloge;
	}

	/** Writes what changed in these schools; returns how many entries were held back. */
	long suivre(Abonne abonne, Set<String> uais, Duration conservation) {
		String[] touches = uais.toArray(new String[0]);
		this.rendu.rendre(abonne.nommage(), avecVoisines(abonne, uais), abonne.champs());
		String[] laissees = trop(abonne, touches);
		try (Serveur serveur = this.connexions.ouvrir(abonne.annuaire(), abonne.nommage())) {
			Tour tour = new Tour(abonne, serveur, this.registre, this.horloge.instant(), Set.of());
			this.jdbc.query(A_ECRIRE, (ligne) -> {
				EntreeLue entree = this.entrees.entree(ligne, abonne.champs());
				tour.ecrire(entree, serveur.lire(entree.dn()).orElse(null), true);
			}, abonne.nom(), touches, touches);
			this.jdbc.query(
					"SELECT l.* " + PARTANTS
							+ " AND NOT l.uais && ?::text[] ORDER BY array_position(?, l.entree) DESC, l.dn",
					(ligne) -> {
						quitter(tour, serveur, partant(ligne), conservation);
					}, abonne.nom(), touches, laissees, noms());
			tour.retenir(retenus(abonne, touches, laissees));
			return tour.nombre(Issue.Sorte.RETENUE);
		}
	}

	private static void quitter(Tour tour, Serveur serveur, Partant partant, Duration conservation) {
		Existante existante = serveur.lire(partant.dn()).orElse(null);
		if (existante != null && serveur.estNotre(existante, partant.modele().marque())) {
			tour.quitter(partant, existante, conservation);
		}
		else {
			tour.oublier(partant);
		}
	}

	private Set<String> avecVoisines(Abonne abonne, Set<String> uais) {
		Set<String> toutes = new HashSet<>(uais);
		this.jdbc.query(VOISINES, (ligne) -> {
			if (abonne.voit(ligne.getString(1))) {
				toutes.add(ligne.getString(1));
			}
		}, (Object) uais.toArray(new String[0]));
		return toutes;
	}

	/** The schools that would lose too much. */
	private String[] trop(Abonne abonne, String[] uais) {
		Set<String> trop = new TreeSet<>();
		this.jdbc.query(EFFECTIFS, (ligne) -> {
			if (this.reglages.disparition().excessive(ligne.getLong(2), ligne.getLong(3))) {
				trop.add(ligne.getString(1));
			}
		}, abonne.nom(), uais, uais);
		return trop.toArray(new String[0]);
	}

	private long retenus(Abonne abonne, String[] uais, String[] laissees) {
		return (laissees.length == 0) ? 0 : this.jdbc.queryForObject(
				"SELECT count(*) " + PARTANTS + " AND l.uais && ?::text[]", Long.class, abonne.nom(), uais, laissees);
	}

	private Partant partant(ResultSet ligne) throws SQLException {
		return new Partant(ligne.getString("cle"), ligne.getString("dn"),
				this.modeles.modele(ligne.getString("entree")), List.of((String[]) ligne.getArray("uais").getArray()),
				null);
	}

	private String[] noms() {
		return this.modeles.tous().stream().map(Modele::nom).toArray(String[]::new);
	}

}

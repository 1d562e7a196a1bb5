package fr.passerelle.publication.ldap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Compares everything a server holds under the hub's mark with what it is to hold, and
 * mends the differences. Both sides are tables, joined by the mark: nothing is kept in
 * memory, and what does not bear the mark is not even read.
 */
@Component("reconciliationLdap")
class Reconciliation {

	private static final int A_LA_FOIS = 500;

	private static final String TABLE = """
			CREATE TEMPORARY TABLE ldap_serveur (cle text PRIMARY KEY, branche integer NOT NULL, dn text NOT NULL, attributs jsonb NOT NULL) ON COMMIT DROP""";

	private static final String VOULUES = """
			SELECT v.*, v.attributs::text AS texte, s.dn AS dn_lu, s.attributs::text AS attributs_lus,
			       l.cle IS NULL OR l.empreinte <> v.empreinte OR l.uais <> v.uais OR l.parti_le IS NOT NULL OR l.refus IS NOT NULL AS a_noter
			FROM ldap_voulu v
			LEFT JOIN ldap_serveur s USING (cle)
			LEFT JOIN ent.ldap_entree l ON l.consommateur = ? AND l.cle = v.cle
			ORDER BY v.rang, v.dn""";

	private static final String AUTRES = """
			FROM ldap_serveur s LEFT JOIN ent.ldap_entree l ON l.consommateur = ? AND l.cle = s.cle
			WHERE NOT EXISTS (SELECT FROM ldap_voulu v WHERE v.cle = s.cle) AND NOT EXISTS (SELECT FROM ldap_attente a WHERE a.cle = s.cle)""";

	/** A school that is no more contracted is no accident. */
	private static final String SUBIES = " AND l.parti_le IS NULL AND (? OR coalesce(l.uais, '{}') = '{}' OR l.uais && ?::text[])";

	private final JdbcTemplate jdbc;

	private final Rendu rendu;

	private final Entrees entrees;

	private final Modeles modeles;

	private final Connexions connexions;

	private final Registre registre;

	private final LdapSettings reglages;

	private final Clock horloge;

	Reconciliation(DataSource base, Rendu rendu, Entrees entrees, Modeles modeles, Connexions connexions,
			Registre registre, LdapSettings reglages, Clock horloge) {
		this.jdbc = new JdbcTemplate(base);
		this.jdbc.setFetchSize(A_LA_FOIS);
		this.rendu = rendu;
		this.entrees = entrees;
		this.modeles = modeles;
		this.connexions = connexions;
		this.registre = registre;
		this.reglages = reglages;
		this.horloge = horloge;
	}

	/**
	 * Compares and mends.
	 * @param ecrits reserved fields written there so far: those no more given are erased
	 * @param confirmee whether a person wants what is to go to go, however much it is
	 * @return how many of each {@link Issue.Sorte}
	 */
	Map<String, Long> faire(Abonne abonne, List<String> ecrits, Duration conservation, boolean confirmee) {
		List<String> tenus = Stream.concat(abonne.champs().stream(), ecrits.stream()).toList();
		Set<String> retires = ecrits.stream()
			.filter((champ) -> !abonne.champs().contains(champ))
			.collect(Collectors.toUnmodifiableSet());
		this.rendu.rendre(abonne.nommage(), abonne.uais(), abonne.champs());
		try (Serveur serveur = this.connexions.ouvrir(abonne.annuaire(), abonne.nommage())) {
			lire(serveur);
			Tour tour = new Tour(abonne, serveur, this.registre, this.horloge.instant(), retires);
			this.jdbc.query(VOULUES, (ligne) -> {
				tour.ecrire(this.entrees.entree(ligne, tenus), existante(ligne, "dn_lu"), ligne.getBoolean("a_noter"));
			}, abonne.nom());
			long retenus = confirmee ? 0 : retenus(abonne);
			tour.retenir(retenus);
			this.jdbc.query("SELECT s.*, s.attributs::text AS attributs_lus, l.entree, l.uais, l.parti_le " + AUTRES
					+ " ORDER BY s.branche DESC, s.dn", (ligne) -> {
						Partant partant = partant(ligne);
						if (retenus == 0 || partant.partiLe() != null || partant.estHorsContrat(abonne)) {
							tour.quitter(partant, existante(ligne, "dn"), conservation);
						}
						else {
							tour.effacer(existante(ligne, "dn"));
						}
					}, abonne.nom());
			this.registre.oublier(abonne.nom());
			return tour.comptes();
		}
	}

	/** Everything of ours, a page at a time, into a table. */
	private void lire(Serveur serveur) {
		this.jdbc.execute(TABLE);
		for (Branche branche : Branche.values()) {
			List<Object[]> lues = new ArrayList<>();
			serveur.parcourir(branche, (cle, existante) -> {
				lues.add(new Object[] { cle, branche.ordinal(), existante.dn(),
						this.entrees.texte(existante.attributs()) });
				if (lues.size() == A_LA_FOIS) {
					ranger(lues);
				}
			});
			ranger(lues);
		}
		this.jdbc.execute("ANALYZE ldap_serveur");
	}

	private void ranger(List<Object[]> lues) {
		this.jdbc.batchUpdate("INSERT INTO ldap_serveur VALUES (?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING", lues);
		lues.clear();
	}

	/**
	 * How many would go without anybody having said so, when that is too many; 0 when it
	 * is not.
	 */
	private long retenus(Abonne abonne) {
		boolean toutes = abonne.uais() == null;
		String[] uais = toutes ? new String[0] : abonne.uais().toArray(new String[0]);
		long partent = this.jdbc.queryForObject("SELECT count(*) " + AUTRES + SUBIES, Long.class, abonne.nom(), toutes,
				uais);
		long avant = this.jdbc.queryForObject("SELECT count(*) FROM ldap_serveur", Long.class);
		return this.reglages.disparition().excessive(partent, avant) ? partent : 0;
	}

	private Existante existante(ResultSet ligne, String colonne) throws SQLException {
		String dn = ligne.getString(colonne);
		return (dn != null) ? new Existante(dn, this.entrees.attributs(ligne.getString("attributs_lus"))) : null;
	}

	/** What the hub does not remember is of the first sort of its branch. */
	private Partant partant(ResultSet ligne) throws SQLException {
		String entree = ligne.getString("entree");
		Modele modele = (entree != null) ? this.modeles.modele(entree)
				: this.modeles.de(Branche.values()[ligne.getInt("branche")]).get(0);
		java.sql.Array uais = ligne.getArray("uais");
		Timestamp parti = ligne.getTimestamp("parti_le");
		return new Partant(ligne.getString("cle"), ligne.getString("dn"), modele,
				(uais != null) ? List.of((String[]) uais.getArray()) : List.of(),
				(parti != null) ? parti.toInstant() : null);
	}

}

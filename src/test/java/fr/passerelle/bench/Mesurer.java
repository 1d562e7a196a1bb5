package fr.passerelle.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import fr.passerelle.mapping.Mappings;

/**
 * Measures one thing, named by the first argument; see {@code bench/README.md}. The floor
 * is measured before and after the hub, on the same files: the ratio is to their mean.
 */
final class Mesurer {

	private final Path jar;

	private final Path travail;

	private final List<String> options;

	private Mesurer(Path jar, Path travail) {
		this.jar = jar;
		this.travail = travail;
		this.options = List.of(System.getProperty("bench.jvm", "-Xmx512m").split(" "));
	}

	public static void main(String[] args) throws Exception {
		Mesurer banc = new Mesurer(Path.of(args[1]).toAbsolutePath(), Path.of(args[2]).toAbsolutePath());
		switch (args[0]) {
			case "lot" -> banc.lot();
			case "ecoles" -> banc.ecoles();
			case "equite" -> banc.equite();
			default -> throw new IllegalArgumentException("lot, ecoles or equite, not " + args[0]);
		}
	}

	/**
	 * Folders {@code depart} then {@code evolue}: all files dropped at once, then again
	 * unchanged, then changed.
	 */
	private void lot() throws Exception {
		Lot depart = Lot.de(this.travail.resolve("depart"));
		Lot evolue = Lot.de(this.travail.resolve("evolue"));
		List<Path> documents = depart.deplies(this.travail.resolve("deplies"));
		List<Path> suivants = evolue.deplies(this.travail.resolve("deplies-evolue"));
		try (Hub hub = Hub.lancer(this.jar, this.travail.resolve("maison"), this.options);
				Connection base = hub.connexion()) {
			dire("demarrage %s", secondes(hub.demarrage()));
			Plancher plancher = new Plancher(base, new Mappings(Path.of("mappings")));
			plancher.mesurer(documents);
			compare(hub, base, plancher, depart, documents, "premier chargement");
			compare(hub, base, plancher, evolue, suivants, "depot suivant");
		}
	}

	private void compare(Hub hub, Connection base, Plancher plancher, Lot lot, List<Path> documents, String titre)
			throws Exception {
		Duration avant = plancher.mesurer(documents);
		long depuis = Sql.dernier(base);
		long wal = Sql.wal(base);
		Duration processeur = hub.processeur();
		Duration processeurDeLaBase = hub.processeurDeLaBase();
		long debut = System.nanoTime();
		hub.deposer(lot);
		hub.finir(base, depuis, lot.fichiers().size());
		Duration duree = Duration.ofNanos(System.nanoTime() - debut);
		long ecrit = Sql.wal(base) - wal;
		Duration jvm = hub.processeur().minus(processeur);
		Duration postgresql = hub.processeurDeLaBase().minus(processeurDeLaBase);
		Duration apres = plancher.mesurer(documents);
		double moyenne = (avant.toMillis() + apres.toMillis()) / 2.0;
		dire("%s : %d fichiers, passerelle %s (processeur : JVM %s, PostgreSQL %s), plancher %s puis %s, rapport %.2f, journal %d Mo",
				titre, lot.fichiers().size(), secondes(duree), secondes(jvm), secondes(postgresql), secondes(avant),
				secondes(apres), duree.toMillis() / moyenne, ecrit >> 20);
		dire("  etats : %s", Sql.texte(base, """
				SELECT etat || ' ' || count(*) FROM echange.depot WHERE numero > %d GROUP BY etat ORDER BY 1"""
			.formatted(depuis)));
		if (lot.parEtablissement().size() == 1) {
			double applique = Sql.nombre(base, """
					SELECT sum(extract(epoch FROM f.le - d.le) * 1000)::bigint
					FROM echange.transition d JOIN echange.transition f USING (numero)
					WHERE numero > %d AND d.etat = 'en_traitement' AND f.etat LIKE 'traite%%'""".formatted(depuis));
			dire("  rangement, regles et fusion : %.2f s, %.2f fois le plancher", applique / 1000, applique / moyenne);
		}
		dire("  charge : %s", java.nio.file.Files.readString(Path.of("/proc/loadavg")).strip());
	}

	/** One school after the other, dropped, then dropped again unchanged. */
	private void ecoles() throws Exception {
		List<Lot> ecoles = Lot.de(this.travail.resolve("depart")).parEtablissement();
		try (Hub hub = Hub.lancer(this.jar, this.travail.resolve("maison"), this.options);
				Connection base = hub.connexion()) {
			for (String passage : List.of("premier depot", "meme depot")) {
				List<Long> delais = new ArrayList<>();
				long wal = Sql.wal(base);
				for (Lot ecole : ecoles) {
					delais.addAll(delais(hub, base, ecole));
				}
				dire("%s : %s ; journal %d ko par etablissement", passage, Repartition.de(delais),
						(Sql.wal(base) - wal) / 1024 / ecoles.size());
			}
			dire("  charge : %s", java.nio.file.Files.readString(Path.of("/proc/loadavg")).strip());
		}
	}

	/** Milliseconds from the drop to each file's report in outbox/. */
	private static List<Long> delais(Hub hub, Connection base, Lot lot) throws Exception {
		long depuis = Sql.dernier(base);
		long heure = System.currentTimeMillis();
		hub.deposer(lot);
		hub.finir(base, depuis, lot.fichiers().size());
		return Sql.nombres(base, """
				SELECT extract(epoch FROM ecrit_le) * 1000 - %d FROM echange.compte_rendu WHERE numero > %d"""
			.formatted(heure, depuis));
	}

	/** The first school drops a pile, the others one set each; then the others alone. */
	private void equite() throws Exception {
		List<Lot> ecoles = Lot.de(this.travail.resolve("depart")).parEtablissement();
		Lot pile = Lot.de(this.travail.resolve("pile"));
		List<Lot> autres = ecoles.subList(1, ecoles.size());
		try (Hub hub = Hub.lancer(this.jar, this.travail.resolve("maison"), this.options);
				Connection base = hub.connexion()) {
			delais(hub, base, ecoles.get(0));
			List<Long> seules = new ArrayList<>();
			for (Lot autre : autres.subList(0, autres.size() / 2)) {
				seules.addAll(delais(hub, base, autre));
			}
			dire("seules : %s", Repartition.de(seules));
			long debut = Sql.dernier(base);
			hub.deposer(pile);
			List<Long> derriere = new ArrayList<>();
			for (Lot autre : autres.subList(autres.size() / 2, autres.size())) {
				derriere.addAll(derriere(hub, base, autre));
			}
			long faits = Sql.nombre(base,
					"SELECT count(*) FROM echange.depot WHERE numero > %d AND traite_le IS NOT NULL".formatted(debut));
			dire("avec la pile : %s (%d depots finis a la fin des autres, pile de %d)", Repartition.de(derriere), faits,
					pile.fichiers().size());
			dire("  charge : %s", java.nio.file.Files.readString(Path.of("/proc/loadavg")).strip());
		}
	}

	private static List<Long> derriere(Hub hub, Connection base, Lot autre) throws Exception {
		String uai = autre.fichiers().get(0).getParent().getFileName().toString();
		long heure = System.currentTimeMillis();
		hub.deposer(autre);
		hub.ecrits(base, uai, autre.fichiers().size());
		return Sql.nombres(base,
				"""
						SELECT extract(epoch FROM ecrit_le) * 1000 - %d FROM echange.compte_rendu JOIN echange.depot USING (numero)
						WHERE uai = '%s'"""
					.formatted(heure, uai));
	}

	private static String secondes(Duration duree) {
		return String.format(Locale.FRENCH, "%.2f s", duree.toMillis() / 1000.0);
	}

	private static void dire(String phrase, Object... valeurs) {
		System.out.println(String.format(Locale.FRENCH, phrase, valeurs));
	}

}

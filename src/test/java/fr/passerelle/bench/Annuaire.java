package fr.passerelle.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/**
 * Measures what is made of a whole académie: synchronisations of the LSU, the AAF
 * complete, the parcel for the GAR.
 */
final class Annuaire {

	private static final int TOURS = 3;

	private Annuaire() {
	}

	/** The jar, a working folder with the files of one collège, how many schools. */
	public static void main(String[] args) throws Exception {
		Path travail = Path.of(args[1]).toAbsolutePath();
		List<String> options = List.of(System.getProperty("bench.jvm", "-Xmx256m").split(" "));
		try (Hub hub = Hub.lancer(Path.of(args[0]).toAbsolutePath(), travail.resolve("maison"), options);
				Connection base = hub.connexion()) {
			Lot lot = Lot.de(travail.resolve("depart"));
			hub.deposer(lot);
			hub.finir(base, 0, lot.fichiers().size());
			Copies.peupler(hub, base, Integer.parseInt(args[2]));
			System.out.println(Sql.texte(base,
					"SELECT profil || ' ' || count(*) FROM ent.presence GROUP BY profil ORDER BY profil"));
			new Lsu(hub, base).academie();
			Aaf aaf = new Aaf(hub, base);
			Gar gar = new Gar(hub, base);
			for (int tour = 0; tour < TOURS; tour++) {
				aaf.mesurer();
				gar.mesurer();
			}
			System.out.println("  charge : " + Files.readString(Path.of("/proc/loadavg")).strip());
		}
	}

}

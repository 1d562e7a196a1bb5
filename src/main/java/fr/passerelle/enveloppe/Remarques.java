package fr.passerelle.enveloppe;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import fr.passerelle.noyau.Constat;

/** What is said to the sender of an accepted document. */
final class Remarques {

	private Remarques() {
	}

	static List<Constat> encodage(Encodage encodage) {
		List<Constat> remarques = new ArrayList<>();
		if (encodage.marque() > 0) {
			remarques.add(Constat.de(Codes.BOM));
		}
		if (encodage.contredit()) {
			remarques.add(Constat.de(Codes.ENCODAGE_REPARE, "declare", encodage.declare(), "reel",
					encodage.charset().name()));
		}
		return remarques;
	}

	/** One remark for each sign that the file was opened before its deposit. */
	static List<Constat> reenregistrement(Encodage encodage, Faits faits) {
		Set<String> motifs = new LinkedHashSet<>(faits.motifs());
		if (encodage.contredit() || (deSiecleOuSts(faits.racine()) && autreQueLatin9(encodage))) {
			motifs.add("encodage changé");
		}
		return motifs.stream().map((motif) -> Constat.de(Codes.REENREGISTRE, "motif", motif)).toList();
	}

	/** SIECLE gives its exports, and takes its links, in an archive; STS-WEB does not. */
	static boolean attendEnArchive(String racine) {
		return racine.startsWith("BEE_") || racine.equals("IMPORT_ELEVES");
	}

	private static boolean deSiecleOuSts(String racine) {
		return racine.startsWith("BEE_") || racine.equals("STS_EDT");
	}

	private static boolean autreQueLatin9(Encodage encodage) {
		return !encodage.declare().isEmpty() && !encodage.declare().equalsIgnoreCase("ISO-8859-15");
	}

}

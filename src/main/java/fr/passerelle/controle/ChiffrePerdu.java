package fr.passerelle.controle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link file whose name lost one of its sixteen last digits. The digits do not say which
 * one: the likely readings are shown, none is chosen.
 */
final class ChiffrePerdu {

	private static final Pattern QUINZE = Pattern
		.compile("\\d{7}[A-Z]ELEGROUPE(\\d{15})(?: ?\\(\\d+\\))?\\.(?:zip|xml)");

	private ChiffrePerdu() {
	}

	static Optional<String> lectures(String fichier) {
		Matcher nom = QUINZE.matcher(fichier);
		if (!nom.matches()) {
			return Optional.empty();
		}
		String chiffres = nom.group(1);
		List<String> lectures = new ArrayList<>();
		Horodatages.lire(chiffres.substring(3), "yyMMddHHmmss")
			.ifPresent((moment) -> lectures.add("millésime incomplet « " + chiffres.substring(0, 3) + " », exporté le "
					+ Horodatages.moment(moment)));
		lectures.add("millésime " + chiffres.substring(0, 4) + ", date d'export incomplète « " + chiffres.substring(4)
				+ " »");
		return Optional.of(String.join(" ; ou ", lectures));
	}

}

package fr.passerelle.canal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The names of channels: well-formed, and each given once. */
public final class Noms {

	private static final Pattern NOM = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

	private Noms() {
	}

	/**
	 * Channels by name, in the order of the settings.
	 * @throws CanalFaux when a name cannot be used, or is given twice
	 */
	public static <T> Map<String, T> parNom(List<T> canaux, Function<T, String> nom) {
		Map<String, T> parNom = new LinkedHashMap<>();
		for (T canal : canaux) {
			String sien = nom.apply(canal);
			if (sien == null || !NOM.matcher(sien).matches()) {
				throw new CanalFaux(sien, "« nom » est fait de minuscules sans accent, de chiffres et de tirets.");
			}
			if (parNom.put(sien, canal) != null) {
				throw new CanalFaux(sien, "ce nom est donné deux fois.");
			}
		}
		return parNom;
	}

}

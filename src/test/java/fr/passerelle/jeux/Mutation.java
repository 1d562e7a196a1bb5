package fr.passerelle.jeux;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A good file made odd, as a person, a program or a bad line would: its bytes, its
 * archive, its encoding, its elements, its values, its columns. The same seed does the
 * same thing to the same file.
 */
public final class Mutation {

	private static final Charset LATIN = Charset.forName("ISO-8859-15");

	private static final Pattern TEXT = Pattern.compile(">([^<>]+)<");

	private static final Pattern ATTRIBUTE = Pattern.compile("=\"([^\"]*)\"");

	private static final Pattern OPENING = Pattern.compile("<([A-Z_0-9]+)[^<>/]*>");

	private static final List<String> VALUES = List.of("", " ", "0", "-1", "1", "99999999999999999999", "1e999", "3,14",
			"2025-13-45", "2025-02-29", "29/02/2025", "31/12/9999", "01/01/0001", "00/00/0000", "2025-11-17",
			"17/11/2025 08:00:00", "true", "oui", "D", "G", "2024", "2026", "\\N", "\\", "\\.", "\t", "\r\n", "{a,\"b}",
			"'; DROP TABLE referentiel.eleve; --", "=cmd|' /C calc'!A0", "../../etc/passwd", "%s%n{groupe}", "${x}",
			"&amp;lt;", "&#9;&#10;", "&#x1F600;", "&#xFFFE;", "&#0;", "&#xD800;", "&inconnue;", "\u0000", "\u0007",
			"\uFFFD", "\u202E\u200B", "e\u0301", "Ａ", "ΣΊΣΥΦΟΣ", "ß", "İ", "<![CDATA[<x>]]>", "<!-- x -->", "<?x y?>",
			"<X/>", "<X A='1'>y</X>", "]]>", "\"", ";", "x".repeat(120), "é".repeat(130), "y".repeat(600),
			"z".repeat(70_000), "<P>".repeat(70) + "</P>".repeat(70));

	private final Random chance;

	public Mutation(long seed) {
		this.chance = new Random(seed);
	}

	/** The bytes of this file, changed once or a few times. */
	public byte[] of(byte[] file) {
		byte[] changed = file;
		for (int i = this.chance.nextInt(3); i >= 0; i--) {
			changed = Zips.isZip(changed) ? archive(changed) : document(changed, this.chance.nextInt(4) == 0);
		}
		return changed;
	}

	/**
	 * A name no one would give, that a file system takes all the same; never one of those
	 * that mean “not yet”.
	 */
	public String name(String good) {
		if (good.isEmpty()) {
			return "sans-nom";
		}
		int dot = (good.lastIndexOf('.') > 0) ? good.lastIndexOf('.') : good.length();
		return switch (this.chance.nextInt(12)) {
			case 0 -> good.toLowerCase(java.util.Locale.ROOT);
			case 1 -> good.substring(0, dot) + " (" + this.chance.nextInt(99) + ")" + good.substring(dot);
			case 2 -> good.substring(0, dot);
			case 3 -> "é\u0301à ç’œ€ " + good;
			case 4 -> "n".repeat(Math.max(0, 255 - good.length())) + good;
			case 5 -> "ligne\nretour\r\t" + good;
			case 6 -> "-rf " + good + " .";
			case 7 -> "\u202Egpj." + good;
			case 8 -> good.replace(good.charAt(this.chance.nextInt(dot)), '_');
			case 9 -> "a\\..\\..\\%2e%2e%2f;$(id)`'\"<>|?*" + good;
			case 10 -> good + ".zip.xml.csv";
			default -> "\uD83D\uDE00" + good.substring(0, dot) + good.substring(dot).toUpperCase(java.util.Locale.ROOT);
		};
	}

	private byte[] archive(byte[] zip) {
		return switch (this.chance.nextInt(10)) {
			case 0 -> bytes(zip);
			case 1 -> Zips.of(Zips.entryName(zip), zip);
			case 2 -> Zips.two(Zips.entryName(zip), Zips.document(zip), name(Zips.entryName(zip)), Zips.document(zip));
			case 3 -> Zips.of(name(Zips.entryName(zip)), Zips.document(zip));
			case 4 -> Zips.of("dossier/sous dossier/" + Zips.entryName(zip), Zips.document(zip));
			case 5 -> Zips.document(zip);
			default -> Zips.of(Zips.entryName(zip), document(Zips.document(zip), this.chance.nextInt(6) == 0));
		};
	}

	private byte[] document(byte[] document, boolean blindly) {
		if (blindly) {
			return bytes(document);
		}
		String text = new String(document, LATIN);
		boolean xml = text.contains("</");
		String changed = xml ? xml(text) : csv(text);
		return (this.chance.nextInt(8) == 0) ? otherwise(changed) : changed.getBytes(LATIN);
	}

	private byte[] bytes(byte[] bytes) {
		if (bytes.length == 0) {
			return new byte[] { (byte) this.chance.nextInt(256) };
		}
		int place = this.chance.nextInt(bytes.length);
		int end = Math.min(bytes.length, place + 1 + this.chance.nextInt(64));
		byte[] changed = bytes.clone();
		switch (this.chance.nextInt(6)) {
			case 0 -> changed[place] ^= (byte) (1 << this.chance.nextInt(8));
			case 1 -> changed[place] = (byte) this.chance.nextInt(256);
			case 2 -> changed = Arrays.copyOf(bytes, place);
			case 3 -> changed = Zips.join(Arrays.copyOf(bytes, place), Arrays.copyOfRange(bytes, end, bytes.length));
			case 4 -> changed = Zips.join(Arrays.copyOf(bytes, end), Arrays.copyOfRange(bytes, place, bytes.length));
			default -> {
				byte[] noise = new byte[end - place];
				this.chance.nextBytes(noise);
				changed = Zips.join(Arrays.copyOf(bytes, place), noise, Arrays.copyOfRange(bytes, place, bytes.length));
			}
		}
		return changed;
	}

	/** The same text in another encoding, which the file may or may not say. */
	private byte[] otherwise(String text) {
		List<Charset> charsets = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
				StandardCharsets.UTF_16, Charset.forName("windows-1252"), Charset.forName("IBM850"));
		Charset charset = charsets.get(this.chance.nextInt(charsets.size()));
		String said = this.chance.nextBoolean()
				? text.replaceFirst("encoding=\"[^\"]*\"", "encoding=\"" + charset + "\"") : text;
		// half a character, that only these two encodings can write
		String odd = (this.chance.nextInt(3) == 0) ? said.replaceFirst("(?<=>)[A-Z]", "\uD83D") : said;
		byte[] bytes = charset.name().startsWith("UTF-16") ? halves(odd, charset) : said.getBytes(charset);
		return this.chance.nextBoolean() ? Zips.join("\uFEFF".getBytes(charset), bytes) : bytes;
	}

	private static byte[] halves(String text, Charset charset) {
		boolean little = charset == StandardCharsets.UTF_16LE;
		byte[] bytes = new byte[text.length() * 2];
		for (int i = 0; i < text.length(); i++) {
			bytes[2 * i + (little ? 0 : 1)] = (byte) text.charAt(i);
			bytes[2 * i + (little ? 1 : 0)] = (byte) (text.charAt(i) >> 8);
		}
		return bytes;
	}

	private String xml(String text) {
		return switch (this.chance.nextInt(12)) {
			case 0, 1, 2, 3 -> replace(text, TEXT, 1, (value) -> value());
			case 4, 5 -> replace(text, ATTRIBUTE, 1, (value) -> value().replace('"', '\''));
			case 6 -> element(text, (element) -> "");
			case 7 -> element(text, (element) -> element + element);
			case 8 -> element(text, (element) -> "<NOUVEAU X=\"1\">" + element + "</NOUVEAU>");
			case 9 -> element(text, (element) -> element.replaceAll("([</])([A-Z])", "$1n:$2"));
			case 10 -> replace(text, Pattern.compile("<[^<>]+>"), 0, (tag) -> value());
			default -> "<!DOCTYPE x [<!ENTITY inconnue \"x\">]>" + text.replaceFirst("<\\?xml[^>]*>", "");
		};
	}

	private String csv(String text) {
		List<String> lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
		int line = this.chance.nextInt(lines.size());
		switch (this.chance.nextInt(10)) {
			case 0 -> lines.remove(line);
			case 1 -> lines.add(line, lines.get(this.chance.nextInt(lines.size())));
			case 2 -> lines.set(line, lines.get(line) + ";" + value());
			case 3 -> lines.set(line, lines.get(line).replaceFirst(";[^;]*", ""));
			case 4 -> lines.set(line, "\"" + lines.get(line));
			case 5 -> lines.replaceAll((one) -> one.replace(';', ','));
			case 6 -> lines.set(0, lines.get(0).replaceFirst("[^;]+", Matcher.quoteReplacement(value())));
			case 7 -> java.util.Collections.shuffle(lines, this.chance);
			default -> lines.set(line, field(lines.get(line)));
		}
		return String.join(this.chance.nextInt(5) == 0 ? "\r" : "\r\n", lines);
	}

	private String field(String line) {
		String[] fields = line.split(";", -1);
		String value = value();
		fields[this.chance.nextInt(fields.length)] = this.chance.nextBoolean() ? "\"" + value + "\"" : value;
		return String.join(";", fields);
	}

	private String value() {
		return VALUES.get(this.chance.nextInt(VALUES.size()));
	}

	/** Replaces a place that matches, the first after a point chosen at random. */
	private String replace(String text, Pattern pattern, int group, UnaryOperator<String> change) {
		Matcher place = pattern.matcher(text);
		return (place.find(this.chance.nextInt(text.length() + 1)) || place.find(0))
				? text.substring(0, place.start(group)) + change.apply(place.group(group))
						+ text.substring(place.end(group))
				: text;
	}

	/** Replaces an element, with all it holds, chosen the same way. */
	private String element(String text, UnaryOperator<String> change) {
		Matcher open = OPENING.matcher(text);
		if (!open.find(this.chance.nextInt(text.length() + 1)) && !open.find(0)) {
			return text;
		}
		String close = "</" + open.group(1) + ">";
		int end = text.indexOf(close, open.end());
		return (end < 0) ? text
				: text.substring(0, open.start()) + change.apply(text.substring(open.start(), end + close.length()))
						+ text.substring(end + close.length());
	}

}

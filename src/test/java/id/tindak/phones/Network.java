package id.tindak.phones;

/** The providers that have a phone here. */
public enum Network {
    KANNEL(new Formats.Kannel()),
    WHATSAPP(new Formats.CloudApi()),
    FONNTE(new Formats.FonnteApi()),
    WABLAS(new Formats.WablasApi()),
    WAHA(new Formats.WahaApi()),
    GOWA(new Formats.GowaApi()),
    QONTAK(new Formats.QontakApi()),
    INSTAGRAM(new Formats.InstagramApi()),
    HTTP(new Formats.OwnGateway());

    final Format format;

    Network(Format format) {
        this.format = format;
    }
}

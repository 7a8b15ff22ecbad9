package io.assay.task.picture;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Picture files for tests, sound and otherwise. */
public final class Samples {

    private Samples() {}

    /** One of the files under {@code pictures/}: red, green, blue and grey quarters, 64 x 48. */
    public static byte[] file(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/pictures/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] png(int width, int height, long seed) {
        return encoded("png", noise(width, height, seed), false);
    }

    public static byte[] jpeg(int width, int height, long seed) {
        return encoded("jpeg", noise(width, height, seed), false);
    }

    public static byte[] progressiveJpeg(int width, int height) {
        return encoded("jpeg", noise(width, height, 1), true);
    }

    /** A PNG of few bytes that claims to be of this size. */
    public static byte[] bomb(int width, int height) {
        byte[] png = png(1, 1, 1);
        ByteBuffer bytes = ByteBuffer.wrap(png);
        bytes.putInt(16, width).putInt(20, height);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        bytes.putInt(29, (int) crc.getValue());
        return png;
    }

    /**
     * A PNG of 65 bytes that claims to be of this size and kind.
     *
     * @param colour 0 grey, 2 red green blue, 3 palette, 4 grey and alpha, 6 with alpha
     */
    public static byte[] bomb(int width, int height, int depth, int colour) {
        ByteBuffer png = ByteBuffer.allocate(65);
        png.put(png(1, 1, 1), 0, 8);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) depth).put((byte) colour);
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
        chunk(png, "IEND", new byte[0]);
        return png.array();
    }

    private static void chunk(ByteBuffer png, String type, byte[] data) {
        byte[] named =
                ByteBuffer.allocate(4 + data.length)
                        .put(type.getBytes(StandardCharsets.US_ASCII))
                        .put(data)
                        .array();
        CRC32 crc = new CRC32();
        crc.update(named);
        png.putInt(data.length).put(named).putInt((int) crc.getValue());
    }

    /**
     * A WebP of 64 x 64 pixels of one colour, whose packed data begin with 65,536 groups of tables:
     * 160 kB, for which a decoder wants a third of a gigabyte.
     */
    public static byte[] webpOfTables() {
        Bits bits = new Bits();
        bits.put(0x2F, 8).put(63, 14).put(63, 14).put(0, 1).put(0, 3);
        return webp("VP8L", tables(bits));
    }

    /** A sound lossy WebP of 64 x 48, to which an alpha of such tables was added. */
    public static byte[] webpOfAlphaTables() {
        byte[] lossy = file("lossy.webp");
        int from = 12;
        ByteBuffer in = ByteBuffer.wrap(lossy).order(ByteOrder.LITTLE_ENDIAN);
        while (in.getInt(from) != 0x20385056) {
            from += 8 + in.getInt(from + 4) + (in.getInt(from + 4) & 1);
        }
        int length = 8 + in.getInt(from + 4) + (in.getInt(from + 4) & 1);
        // packed without loss, no filter; the size is that of the picture
        byte[] alpha = tables(new Bits().put(1, 8));
        ByteBuffer file = ByteBuffer.allocate(12 + 18 + 8 + alpha.length + length);
        file.order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(file.capacity() - 8);
        file.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x10);
        file.put(new byte[] {63, 0, 0, 47, 0, 0});
        file.put("ALPH".getBytes(StandardCharsets.US_ASCII)).putInt(alpha.length).put(alpha);
        return file.put(lossy, from, length).array();
    }

    private static byte[] tables(Bits bits) {
        // no transform, no cache, groups told by a picture of blocks of 4 pixels
        bits.put(0, 1).put(0, 1).put(1, 1).put(0, 3);
        // that picture: no cache; each block's green and red are 255, so it names the last group
        bits.put(0, 1);
        bits.table(255).table(255).table(0).table(0).table(0);
        for (int i = 0; i < 5 * 65_536; i++) {
            bits.table(0);
        }
        return bits.bytes();
    }

    /** Written from the lowest bit on. */
    private static final class Bits {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private int current;
        private int count;

        Bits put(int value, int bits) {
            for (int i = 0; i < bits; i++) {
                current |= ((value >> i) & 1) << count++;
                if (count == 8) {
                    out.write(current);
                    current = 0;
                    count = 0;
                }
            }
            return this;
        }

        /** Of one symbol, which then takes no bits. */
        Bits table(int symbol) {
            put(1, 1).put(0, 1);
            return symbol < 2 ? put(0, 1).put(symbol, 1) : put(1, 1).put(symbol, 8);
        }

        byte[] bytes() {
            put(0, 16);
            if (out.size() % 2 == 1) {
                out.write(0);
            }
            return out.toByteArray();
        }
    }

    /** Numbers from 0 to the most from left to right, of 16 bits each; an even band is alpha. */
    public static byte[] deepPng(int width, int height, int bands, int most) {
        var raster =
                java.awt.image.Raster.createInterleavedRaster(
                        java.awt.image.DataBuffer.TYPE_USHORT, width, height, bands, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int value = most * x / (width - 1);
                for (int band = 0; band < bands; band++) {
                    boolean alpha = bands % 2 == 0 && band == bands - 1;
                    raster.setSample(x, y, band, alpha ? 0xFFFF : value);
                }
            }
        }
        int space = bands <= 2 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        var colours =
                new java.awt.image.ComponentColorModel(
                        ColorSpace.getInstance(space),
                        bands % 2 == 0,
                        false,
                        bands % 2 == 0 ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                        java.awt.image.DataBuffer.TYPE_USHORT);
        return encoded("png", new BufferedImage(colours, raster, false, null), false);
    }

    /** Marked as taken by a camera held upright, so that it lies on its side. */
    public static byte[] sidewaysJpeg(int width, int height, ByteOrder order) {
        byte[] jpeg = jpeg(width, height, 1);
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put(
                (order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM")
                        .getBytes(StandardCharsets.US_ASCII));
        exif.order(order).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
        ByteBuffer all = ByteBuffer.allocate(jpeg.length + exif.capacity());
        return all.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    public static byte[] webp(String kind, byte... data) {
        ByteBuffer file = ByteBuffer.allocate(20 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(12 + data.length);
        file.put("WEBP".getBytes(StandardCharsets.US_ASCII));
        file.put(kind.getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return file.array();
    }

    private static BufferedImage noise(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().drawRect(0, 0, width / 2, height / 2);
        image.setRGB(random.nextInt(width), random.nextInt(height), Color.RED.getRGB());
        image.setRGB(0, 0, random.nextInt(0x1000000));
        return image;
    }

    private static byte[] encoded(String format, BufferedImage image, boolean progressive) {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        ImageWriter writer = writers.next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (progressive) {
                param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
